/** What a canonical text is made of. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * One text for one value, whatever order its keys were written in, so that two machines get the same hash: keys by their
 * UTF-16 units, no space, JSON's own spelling of strings and whole numbers.
 *
 * @throws RangeError on a number that is not whole: machines spell fractions differently
 * @see RFC 8785, for the values a pack has
 */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} is not whole`)
  return JSON.stringify(value)
}
