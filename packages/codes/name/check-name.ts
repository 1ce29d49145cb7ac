import type { Checked, Fault } from '../checked.ts'
import { normaliseName } from './normalise-name.ts'

/** What can be wrong with a person's name. */
export type NameFaultCode = 'empty' | 'too_long' | 'digits' | 'control' | 'characters'

/** The answer of `checkName`. */
export type NameChecked = Checked<object, NameFaultCode>

/** The longest name that is stored, in characters. */
export const longestName = 50

const digits = /\p{Nd}/u
const control = /[\p{Cc}\p{Cs}]/u
// Private-use characters stand for rare characters on some identity cards, so they are let through.
const alien = /[^\p{L}\p{M}\p{Nl}\p{Nd}\p{Co}\p{Cc}\p{Cs}· '’.-]/u

/**
 * Checks a person's name (姓名) as it stands on the identity document, and names every fault at once.
 *
 * A name has 1 to 50 characters (a character outside the basic plane is one), no digits, no control characters, and
 * nothing but letters, the middle dot, space, hyphen, apostrophe and full stop. The value comes back normalised.
 */
export function checkName(text: string): NameChecked {
  const value = normaliseName(text)
  const faults: Fault<NameFaultCode>[] = []
  if (/^[· '’.-]*$/.test(value)) faults.push({ code: 'empty' })
  if ([...value].length > longestName) faults.push({ code: 'too_long' })
  if (digits.test(value)) faults.push({ code: 'digits' })
  if (control.test(value)) faults.push({ code: 'control' })
  if (alien.test(value)) faults.push({ code: 'characters' })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value, warnings: [] }
}
