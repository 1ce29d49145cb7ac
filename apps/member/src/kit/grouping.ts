/** Splits a text into groups of the given sizes, with a space between: `group('13812345678', [3, 4, 4])`. */
export function group(text: string, sizes: readonly number[]): string {
  const parts: string[] = []
  let from = 0
  for (const size of sizes) {
    if (from >= text.length) break
    parts.push(text.slice(from, from + size))
    from += size
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts.join(' ')
}

/** The place in a grouped text right after its `count`-th character, spaces not counted. */
export function caretAfter(grouped: string, count: number): number {
  let seen = 0
  let at = 0
  while (at < grouped.length && seen < count) {
    if (grouped.charAt(at) !== ' ') seen += 1
    at += 1
  }
  return at
}

/** The digits of a text, full-width ones of a Chinese keyboard included; all else is left out. */
export function digitsOf(text: string): string {
  return text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\D/g, '')
}

/** Puts a character into a text at the marked part, or takes out what is marked (or the one before) for an empty one. */
export function typeInto(text: string, from: number, to: number, character: string) {
  const start = character === '' && from === to ? Math.max(0, from - 1) : from
  return { text: text.slice(0, start) + character + text.slice(to), caret: start + character.length }
}
