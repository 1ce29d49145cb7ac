import { ageOn, checkIdentityNumber, checkName, checkPhone, holdsBirthAndSex, isCivilDay } from '@gongqiao/codes'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { type IdentityKind, identityKinds, type Sex } from './contract.ts'

/** What was typed of a person, checked and brought to the one spelling that is kept. */
export type CheckedPerson = {
  readonly name: string
  readonly identityKind: IdentityKind
  readonly identityNumber: string
  readonly birthDate: string
  readonly sex: Sex
}

/** What a person types of themselves. */
export type TypedPerson = {
  readonly name: string
  readonly identityKind: IdentityKind
  readonly identityNumber: string
  readonly birthDate?: string
  readonly sex?: Sex
}

/** 16 周岁: the youngest age at which labour law lets somebody work, and so join. @see rulebook MEM-04 */
export const youngestAge = 16

/** The oldest age that is believed of somebody who joins; above it a number is most often mistyped. */
const oldestAge = 100

const sexCodes = { male: 1, female: 2, unknown: 0 } as const

/**
 * Checks everything typed of a person at once.
 *
 * @returns the checked person, or every fault with a pointer to its field
 * @see rulebook 8.1–8.3, MEM-04
 */
export function checkPerson(typed: TypedPerson, today: string): { person: CheckedPerson } | { faults: Fault[] } {
  const faults: Fault[] = []
  const name = checkName(typed.name)
  if (!name.ok) for (const { code } of name.faults) faults.push({ field: '/name', code: `people.name.${code}` })

  const holds = holdsBirthAndSex(typed.identityKind)
  const typedSex = typed.sex === undefined ? undefined : sexCodes[typed.sex]
  const number = checkIdentityNumber(typed.identityKind, typed.identityNumber, {
    today,
    ...(typed.birthDate !== undefined && { birthDate: typed.birthDate }),
    ...(typedSex !== undefined && { sex: typedSex }),
  })
  if (!number.ok) {
    for (const { code } of number.faults) {
      const field = code === 'birth_date' ? '/birthDate' : code === 'sex_mismatch' ? '/sex' : '/identityNumber'
      faults.push({ field, code: `people.identity.${code}` })
    }
  }
  const birthDate = number.ok ? number.birthDate : typed.birthDate
  const sex = number.ok && number.sex !== undefined ? (number.sex === 1 ? 'male' : 'female') : typed.sex
  if (!holds && birthDate === undefined) faults.push({ field: '/birthDate', code: 'kernel.field_missing' })
  if (!holds && sex === undefined) faults.push({ field: '/sex', code: 'kernel.field_missing' })
  if (birthDate !== undefined && isCivilDay(birthDate)) {
    const age = ageOn(birthDate, today)
    const field = holds ? '/identityNumber' : '/birthDate'
    if (age < youngestAge) faults.push({ field, code: 'people.under_age', variables: { age: youngestAge } })
    if (age > oldestAge) faults.push({ field, code: 'people.identity.age_above_100' })
  }
  if (faults.length > 0 || !name.ok || !number.ok || birthDate === undefined) return { faults }
  const { identityKind } = typed
  return { person: { name: name.value, identityKind, identityNumber: number.value, birthDate, sex: sex ?? 'unknown' } }
}

/** Checks a phone and brings it to the one spelling that is kept. */
export function checkedPhone(text: string): { phone: string } | { faults: Fault[] } {
  const checked = checkPhone(text)
  if (checked.ok) return { phone: checked.value }
  return { faults: checked.faults.map(({ code }) => ({ field: '/phone', code: `people.phone.${code}` })) }
}

/** The text an identity digest is made of: the kind and the number, since two kinds may share a number. */
export function identityText(kind: IdentityKind, number: string): string {
  return `${kind}:${number}`
}

/** What a form may hold of a person before its shape is known. */
type GivenForm = { readonly [field: string]: unknown }

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Every fault of the person's fields in a form whose shape may be wrong: fields of a wrong type are the shape's to name. */
export function personFaults(given: GivenForm, today: string): Fault[] {
  const kind = identityKinds.find((known) => known === given.identityKind)
  const [name, number] = [text(given.name), text(given.identityNumber)]
  if (kind === undefined) return []
  const birthDate = text(given.birthDate)
  const sex = sexNames.find((known) => known === given.sex)
  const checked = checkPerson(
    {
      name: name ?? '',
      identityKind: kind,
      identityNumber: number ?? '',
      ...(birthDate !== undefined && { birthDate }),
      ...(sex !== undefined && { sex }),
    },
    today,
  )
  return 'faults' in checked ? checked.faults : []
}

/** Every fault of a phone in a form. */
export function phoneFaults(given: GivenForm): Fault[] {
  const phone = text(given.phone)
  if (phone === undefined) return []
  const checked = checkedPhone(phone)
  return 'faults' in checked ? checked.faults : []
}

const sexNames: readonly Sex[] = ['male', 'female', 'unknown']
