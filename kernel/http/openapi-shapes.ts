import type { TSchema } from 'typebox'

/** A JSON schema as an OpenAPI 3.1 document holds it. */
export type ShapeText = { readonly [keyword: string]: unknown }

/** Collects named shapes while a document is written: each stands once under its `$id`, everything else refers to it. */
export type Components = {
  /** The shape as it stands in place: a reference when it has a name. */
  described(shape: TSchema): ShapeText
  /** All named shapes so far, by name. */
  readonly schemas: () => { readonly [name: string]: ShapeText }
}

const nameShape = /^[a-z]+\.[A-Z][A-Za-z]*$/

/** Makes an empty collection. It throws when two different shapes bear one name. */
export function collectComponents(): Components {
  const byName = new Map<string, ShapeText>()

  function plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(plain)
    if (value === null || typeof value !== 'object') return value
    const { $id, ...keywords } = asKeywords(value)
    const text = Object.fromEntries(Object.entries(keywords).map(([name, item]) => [name, plain(item)]))
    if (typeof $id !== 'string') return text
    if (!nameShape.test($id)) throw new Error(`a shape is named module.Shape, not ${$id}`)
    const known = byName.get($id)
    if (known && JSON.stringify(known) !== JSON.stringify(text)) throw new Error(`two shapes are called ${$id}`)
    byName.set($id, text)
    return { $ref: `#/components/schemas/${$id}` }
  }

  return {
    described: (shape) => asKeywords(plain(shape)),
    schemas: () => Object.fromEntries([...byName].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Safe because a schema is an object of keywords, and so is its copy. */
function asKeywords(value: unknown): ShapeText {
  return value as ShapeText
}
