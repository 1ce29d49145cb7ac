import type { TSchema } from 'typebox'

/**
 * A shape for the serializer: whatever the shape does not declare never leaves the server. Names (`$id`) are taken off,
 * since one named shape may stand in several places of another.
 */
export function answerShape(shape: TSchema): object {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== '$id' && !name.startsWith('~'))
        .map(([name, item]) => [name, plain(item)]),
    )
  }
  return asObject(plain(shape))
}

/** Safe because a shape is an object, and so is its copy. */
function asObject(value: unknown): object {
  return value as object
}
