import {
  type IdentityFaultCode,
  type IdentityWarning,
  type NameFaultCode,
  type PhoneFaultCode,
  wordsFor,
} from '@gongqiao/codes'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'

const identityCodes: readonly (IdentityFaultCode | IdentityWarning)[] = [
  'empty',
  'length',
  'characters',
  'fifteen_digits',
  'prefix',
  'region',
  'date',
  'future_date',
  'checksum',
  'birth_date',
  'birth_date_mismatch',
  'sex_mismatch',
  'age_above_100',
]
const nameCodes: readonly NameFaultCode[] = ['empty', 'too_long', 'digits', 'control', 'characters']
const phoneCodes: readonly PhoneFaultCode[] = ['empty', 'characters', 'country', 'length', 'prefix']

/** The words of what the validators find, under the fault codes of this module. */
export function validatorWords(language: Language): { readonly [code: string]: string } {
  return Object.fromEntries([
    ...identityCodes.map((code) => [`people.identity.${code}`, wordsFor('identity', code, language)] as const),
    ...nameCodes.map((code) => [`people.name.${code}`, wordsFor('name', code, language)] as const),
    ...phoneCodes.map((code) => [`people.phone.${code}`, wordsFor('phone', code, language)] as const),
  ])
}
