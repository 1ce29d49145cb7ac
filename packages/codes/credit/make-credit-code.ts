import { subjectCheckCharacter, withCreditCheckCharacter } from './credit-alphabet.ts'

/**
 * Builds a credit code for demonstration data that passes every check; whether a body holds it is not known here.
 *
 * @param parts registrar and class (`8` and `1` for a grassroots union, `9` and `1` for an enterprise), division of 6
 *   digits, and the subject's first 8 characters, whose check is added
 * @throws RangeError when a part is out of the standard's bounds
 * @see GB 32100-2015
 */
export function makeCreditCode(parts: {
  readonly registrar: string
  readonly class: string
  readonly division: string
  readonly subject: string
}): string {
  const { registrar, division, subject } = parts
  if (!/^[1-9ANY]$/.test(registrar)) throw new RangeError(`not a registrar: ${registrar}`)
  if (!/^[1-9]$/.test(parts.class)) throw new RangeError(`not a class: ${parts.class}`)
  if (!/^\d{6}$/.test(division)) throw new RangeError(`not a division of six digits: ${division}`)
  if (!/^[0-9A-HJ-NPQRTUWXY]{8}$/.test(subject))
    throw new RangeError(`not the first 8 characters of a subject: ${subject}`)
  return withCreditCheckCharacter(registrar + parts.class + division + subject + subjectCheckCharacter(subject))
}
