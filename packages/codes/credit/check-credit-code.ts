import type { Checked, Fault } from '../checked.ts'
import { tidyHyphenated } from '../tidy.ts'
import { creditCheckCharacter, subjectCheckCharacter } from './credit-alphabet.ts'

/** What can be wrong with a credit code. */
export type CreditFaultCode =
  | 'empty'
  | 'length'
  | 'characters'
  | 'registrar'
  | 'class'
  | 'division'
  | 'checksum'
  | 'union_prefix'

/** What is unusual about a valid credit code: an early replacement code, or a union given as the employer. */
export type CreditWarning = 'subject_check' | 'employer_is_union'

/** The parts of a credit code. */
export type CreditFound = {
  readonly registrar: string
  readonly class: string
  readonly division: string
  readonly subject: string
}

/** The answer of `checkCreditCode`. */
export type CreditChecked = Checked<CreditFound, CreditFaultCode, CreditWarning>

/**
 * Checks a unified social credit code (统一社会信用代码) and names every fault at once.
 *
 * The value comes back tidied: narrow, upper case, without spaces and hyphens. As `union` the code must begin with 81
 * or 89; as `employer` a code that begins with 8 only warns.
 *
 * @see GB 32100-2015, GB 11714; rulebook 8.6
 */
export function checkCreditCode(text: string, role?: 'union' | 'employer'): CreditChecked {
  const value = tidyHyphenated(text)
  if (value === '') return { ok: false, faults: [{ code: 'empty' }] }

  const faults: Fault<CreditFaultCode>[] = value.length === 18 ? [] : [{ code: 'length' }]
  const alien = value.search(/[^0-9A-HJ-NPQRTUWXY]/)
  if (alien >= 0) faults.push({ code: 'characters', from: alien + 1, to: alien + 1 })
  if (!/^[1-9ANY]/.test(value)) faults.push({ code: 'registrar', from: 1, to: 1 })
  if (!/^.[1-9]/u.test(value)) faults.push({ code: 'class', from: 2, to: 2 })
  if (!/^\d{6}/.test(value.slice(2))) faults.push({ code: 'division', from: 3, to: 8 })
  if (alien < 0 && value.length === 18 && creditCheckCharacter(value.slice(0, 17)) !== value.charAt(17)) {
    faults.push({ code: 'checksum' })
  }
  if (role === 'union' && !/^8[19]/.test(value)) faults.push({ code: 'union_prefix', from: 1, to: 2 })
  if (faults.length > 0) return { ok: false, faults }

  const subject = value.slice(8, 17)
  const warnings: CreditWarning[] = []
  if (subjectCheckCharacter(subject.slice(0, 8)) !== subject.charAt(8)) warnings.push('subject_check')
  if (role === 'employer' && value.startsWith('8')) warnings.push('employer_is_union')
  return {
    ok: true,
    value,
    registrar: value.charAt(0),
    class: value.charAt(1),
    division: value.slice(2, 8),
    subject,
    warnings,
  }
}
