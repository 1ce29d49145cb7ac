import type { Occupation } from '@gongqiao/modules/membership/machine.ts'
import type { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'

/** What a person typed of themselves so far; every part is text and empty at first. */
export type Draft = {
  readonly kind: IdentityKind
  readonly number: string
  readonly name: string
  /** `YYYY-MM-DD`; only for documents that do not hold it. */
  readonly birthDate: string
  readonly sex: Sex | ''
  readonly phone: string
  /** My employer's union is not to know 保密. */
  readonly confidential: boolean
  /** What I do, where the union takes some occupations in at once; empty for none of them. */
  readonly occupation: Occupation | ''
  readonly agreedNotice: boolean
  readonly agreedSensitive: boolean
}

export const emptyDraft: Draft = {
  kind: 'resident_card',
  number: '',
  name: '',
  birthDate: '',
  sex: '',
  phone: '',
  confidential: false,
  occupation: '',
  agreedNotice: false,
  agreedSensitive: false,
}

/** Kinds of document 证件类别 in the order they are offered: the most frequent first. */
export const kindChoices: readonly IdentityKind[] = [
  'resident_card',
  'hk_macao_residence_permit',
  'taiwan_residence_permit',
  'foreign_permanent_resident_card',
  'passport',
  'hk_macao_travel_permit',
  'taiwan_travel_permit',
  'military_officer_card',
  'other',
]

const citizenStyle: readonly IdentityKind[] = ['resident_card', 'hk_macao_residence_permit', 'taiwan_residence_permit']

/** Tells whether numbers of this kind are 18 digits that may end in X and hold birth date and sex (rulebook 8.1, 8.2). */
export function isCitizenStyle(kind: IdentityKind): boolean {
  return citizenStyle.includes(kind)
}
