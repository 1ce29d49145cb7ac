/**
 * Mobile numbers nobody has.
 *
 * China's numbering plan sets no numbers aside for fiction, but the prefix 154 has never been given to an operator:
 * 1540 here for the named demonstration accounts, 1541–1549 for the members.
 */
const memberPhones = 90_000_000

// Has no divisor in common with 90,000,000, so that no two ordinals meet.
const stride = 61_803_397

/**
 * The number of the nth member, scattered over the range; two ordinals never share one.
 *
 * @param ordinal 1…89,999,999
 */
export function memberPhone(ordinal: number): string {
  if (!(ordinal >= 1 && ordinal < memberPhones)) throw new RangeError(`no phone for member ${ordinal}`)
  return `154${10_000_000 + ((ordinal * stride) % memberPhones)}`
}

/** The number of a named demonstration account, easy to type: 15400000001 and so on. */
export function accountPhone(ordinal: number): string {
  return `1540000${String(ordinal).padStart(4, '0')}`
}
