import type { TSchema } from 'typebox'

const wholeNumber = /^(?:0|-?[1-9]\d{0,14})$/

/**
 * Reads what came as text, from an address or the environment, where the shape wants a whole number: plain digits become
 * the number, anything else stays the text it is, for the shape to refuse.
 */
export function withNumbers(
  properties: { readonly [name: string]: TSchema },
  texts: { readonly [name: string]: unknown },
): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, isNumber(properties[name], text) ? Number(text) : text]),
  )
}

function isNumber(shape: TSchema | undefined, text: unknown): boolean {
  return (
    shape !== undefined &&
    'type' in shape &&
    shape.type === 'integer' &&
    typeof text === 'string' &&
    wholeNumber.test(text)
  )
}
