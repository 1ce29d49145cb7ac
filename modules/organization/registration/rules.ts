import { checkCreditCode, checkIdentityNumber, checkPhone, isDivisionCode, isPostcode } from '@gongqiao/codes'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { certificateStopped, endOfTerm, lastFullDay, latestExtension, type TermDates } from '../terms/term.ts'
import type { RegistrationForm } from './contract.ts'
import type { RegistrationWish } from './machine.ts'

/** Everything that is wrong with a form beyond its shape, at once; `/form/…` is where. @see rulebook 1.4, ORG-33 */
export function formFaults(form: Partial<RegistrationForm>, today: string): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, code: string) => faults.push({ field: `/form/${field}`, code })
  for (const field of ['registeredPostcode', 'officePostcode'] as const) {
    const postcode = form[field]
    if (typeof postcode === 'string' && !isPostcode(postcode)) wrong(field, 'organization.registration.postcode')
  }
  if (typeof form.officeDivision === 'string' && !isDivisionCode(form.officeDivision))
    wrong('officeDivision', 'organization.founding.division_unknown')
  if (typeof form.employerCode === 'string') {
    const code = checkCreditCode(form.employerCode, 'employer')
    if (!code.ok) for (const fault of code.faults) wrong('employerCode', `organization.credit.${fault.code}`)
  }
  if (form.liability === false) wrong('liability', 'organization.registration.liability')
  if (typeof form.members === 'number' && typeof form.employees === 'number' && form.members > form.employees)
    wrong('members', 'organization.registration.more_members_than_employees')
  for (const field of ['firstFoundedOn', 'electedOn'] as const)
    if ((form[field] ?? '') > today) wrong(field, 'organization.founding.day_in_future')
  if (form.firstFoundedOn !== undefined && form.electedOn !== undefined && form.firstFoundedOn > form.electedOn)
    wrong('firstFoundedOn', 'organization.registration.founded_after_election')
  if (form.extendedUntil !== undefined && form.extensionNumber === undefined)
    wrong('extensionNumber', 'organization.registration.extension_number')
  for (const part of ['representative', 'handler'] as const) faults.push(...humanFaults(form, part, today))
  return faults
}

function humanFaults(form: Partial<RegistrationForm>, part: 'representative' | 'handler', today: string): Fault[] {
  const human = form[part]
  if (human === undefined || human === null) return []
  const faults: Fault[] = []
  const { identityNumber, mobile } = human
  if (typeof identityNumber === 'string') {
    const checked = checkIdentityNumber('resident_card', identityNumber, { today })
    if (!checked.ok)
      for (const { code } of checked.faults)
        faults.push({ field: `/form/${part}/identityNumber`, code: `people.identity.${code}` })
    else if ('birthDate' in human && checked.birthDate !== undefined && checked.birthDate !== human.birthDate)
      faults.push({ field: `/form/${part}/birthDate`, code: 'organization.registration.birth_date_differs' })
  }
  if (typeof mobile === 'string') {
    const checked = checkPhone(mobile)
    if (!checked.ok)
      for (const { code } of checked.faults)
        faults.push({ field: `/form/${part}/mobile`, code: `people.phone.${code}` })
  }
  return faults
}

/** What is wrong with what is applied for beside the form. @see ORG-37, ORG-38 */
export function wishFaults(
  wish: unknown,
  given: {
    readonly changedOn?: unknown
    readonly changes?: unknown
    readonly clearedNumber?: unknown
    readonly clearedOn?: unknown
  },
  today: string,
): Fault[] {
  const missing = (field: string): Fault => ({ field: `/${field}`, code: 'kernel.field_missing' })
  const faults: Fault[] = []
  if (wish === 'change') {
    if (given.changedOn === undefined) faults.push(missing('changedOn'))
    if (!Array.isArray(given.changes) || given.changes.length === 0) faults.push(missing('changes'))
  }
  if (wish === 'cancellation') {
    if (given.clearedNumber === undefined) faults.push(missing('clearedNumber'))
    if (given.clearedOn === undefined) faults.push(missing('clearedOn'))
  }
  for (const field of ['changedOn', 'clearedOn'] as const) {
    const day = given[field]
    if (typeof day === 'string' && day > today)
      faults.push({ field: `/${field}`, code: 'organization.founding.day_in_future' })
  }
  return faults
}

/** The term that a form states, where the network knows none. @see ELE-01 */
export function termOfForm(form: Pick<RegistrationForm, 'electedOn' | 'termYears' | 'extendedUntil'>): TermDates {
  return { endsOn: endOfTerm(form.electedOn, form.termYears), extendedUntil: form.extendedUntil ?? null }
}

/**
 * Until when a certificate issued on a day is valid: to the end of the term, or of what the union above has approved beyond
 * it. After the term it reaches half a year further at most, and from 183 days after it none is issued.
 *
 * @returns the last day, or undefined where none may be issued
 * @see ORG-36, ELE-03, ELE-04
 */
export function validUntil(term: TermDates, today: string): string | undefined {
  if (certificateStopped(term, today)) return undefined
  const last = lastFullDay(term)
  return last >= today ? last : latestExtension(term.endsOn)
}

/** Adds amounts with up to four places exactly; they come and go as text. */
export function sumOf(...amounts: readonly string[]): string {
  const places = 4
  const total = amounts.reduce((sum, amount) => {
    const [whole = '0', part = ''] = amount.split('.')
    return sum + BigInt(whole) * 10_000n + BigInt(part.padEnd(places, '0'))
  }, 0n)
  const [whole, part] = [
    total / 10_000n,
    String(total % 10_000n)
      .padStart(places, '0')
      .replace(/0+$/, ''),
  ]
  return part === '' ? String(whole) : `${whole}.${part}`
}

/** Whether a wish may be made now, as a refusal's code; undefined where it may. */
export function wishObstacle(
  wish: RegistrationWish,
  certificate: { readonly validTo: string; readonly renewalFrom: string } | undefined,
  today: string,
): string | undefined {
  if (wish === 'first') return certificate ? 'organization.registration.registered_already' : undefined
  if (!certificate) return 'organization.registration.not_registered'
  if (wish === 'renewal' && today < certificate.renewalFrom) return 'organization.registration.too_early'
  return undefined
}
