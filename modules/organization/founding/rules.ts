import { addMonths, fromDayNumber, toDayNumber } from '@gongqiao/calendar'
import { checkCreditCode, isCivilDay, isDivisionCode, isIndustryCode } from '@gongqiao/codes'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { MustEstablish, WomensCommittee } from '../local-rules.ts'
import type { FoundingForm } from './machine.ts'
import { womenFaults } from './womens.ts'

/** From so many members on a union must have a committee of its own. @see ORG-20; 工会法 §11 */
export const committeeFrom = 25
/** Below so many members a meeting has all of them in it. @see ELE-10 */
export const generalMeetingBelow = 100
/** The preparatory group 筹备组 has three to five people. @see rulebook 1.3 */
export const groupSize = { least: 3, most: 5 } as const
/** Years a term may have in a union of members. @see ELE-01 */
export const termYears = [3, 5] as const
/** Above so many members nobody votes by show of hands. @see rulebook 1.3 */
export const showOfHandsBelow = 10

/** Who will lead a union: a committee, one organizer 组织员, or nobody elected. */
export type FoundingBody = 'committee' | 'organizer' | 'agency'

/** What holds for foundings in a place on a day. @see rulebook 9 */
export type FoundingPlace = {
  readonly showOfHands: boolean
  readonly mustEstablish: MustEstablish
  readonly womens: WomensCommittee
}

/** Employees of the employer, of whom a place may count: null where nobody said how many. */
export type EmployeesCounted = { readonly all: number | null; readonly women: number | null }

const lawOfTheCountry: MustEstablish = { members: committeeFrom, employees: null }

/**
 * What is against the law in who is to lead a union of so many members.
 *
 * @param here what the place says; the law of the country unless given
 * @param employees of the employer, where the place counts them
 * @see ORG-05, ORG-20, ORG-21; 工会法 §11; rulebook 9; T-ORG-1, T-ORG-2
 */
export function bodyFault(
  body: FoundingBody,
  form: FoundingForm,
  members: number,
  here: MustEstablish = lawOfTheCountry,
  employees: number | null = null,
): Fault | undefined {
  if ((body === 'agency') !== (form === 'agency')) return { field: '/body', code: 'organization.founding.agency_alone' }
  if (body !== 'organizer') return undefined
  // A place asks for a committee earlier than the law, never later.
  const least = Math.min(here.members, committeeFrom)
  if (members >= least) return { field: '/body', code: 'organization.founding.committee_needed', variables: { least } }
  if (here.employees !== null && (employees ?? 0) >= here.employees)
    return {
      field: '/body',
      code: 'organization.founding.committee_needed_employees',
      variables: { least: here.employees },
    }
  return undefined
}

/** Tells whether a union of so many may leave the preparatory group out and meet at once. @see rulebook 1.3 */
export function mayMeetAtOnce(form: FoundingForm, membersExpected: number): boolean {
  return form !== 'agency' && membersExpected < committeeFrom
}

/** A present number is enough: two thirds of those who should attend. @see ELE-50; T-ELE-2, T-ELE-3 */
export function hasQuorum(expected: number, present: number): boolean {
  return 3 * present >= 2 * expected
}

/** So many approvals elect: more than half of those who should attend, not of those who came. @see ELE-58; T-ELE-6 */
export function isElected(expected: number, yes: number): boolean {
  return 2 * yes > expected
}

/** The last day of a term that counts from the day of election. @see ELE-01, its example */
export function termEnd(electedOn: string, years: number): string {
  return fromDayNumber(addMonths(toDayNumber(electedOn), years * 12) - 1)
}

/** Somebody who was elected, as the meeting's result names them. */
export type ElectedPerson = {
  readonly name: string
  readonly post: string
  readonly work?: string
  readonly yes?: number
}

/** The counted result of an election. All numbers are counts of people or ballots. */
export type CountedResult = {
  readonly electedOn: string
  readonly meeting: 'general' | 'delegates'
  readonly ballot: 'secret' | 'show_of_hands'
  readonly members: number
  readonly womenMembers: number
  readonly expected: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly seats: number
  readonly termYears: number
  readonly committee: readonly ElectedPerson[]
  readonly review: readonly ElectedPerson[]
  readonly women: readonly ElectedPerson[]
}

/**
 * Everything that is wrong with a counted result, at once.
 *
 * @param body who was to be elected
 * @param place what holds where and when it was held
 * @see ELE-01, ELE-10, ELE-21, ELE-22, ELE-23, ELE-50, ELE-56, ELE-58, ORG-20; T-ELE-2, T-ELE-6, T-ELE-7, T-ELE-10
 */
export function resultFaults(
  result: CountedResult,
  body: FoundingBody,
  form: FoundingForm,
  today: string,
  place: FoundingPlace,
  employees: EmployeesCounted = { all: null, women: null },
): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, code: string, variables?: Fault['variables']) =>
    faults.push({ field, code: `organization.founding.${code}`, ...(variables && { variables }) })
  if (result.electedOn > today) wrong('/electedOn', 'elected_in_future')
  if (!termYears.some((years) => years === result.termYears)) wrong('/termYears', 'term_years')
  const lead = bodyFault(body, form, result.members, place.mustEstablish, employees.all)
  if (lead) faults.push({ ...lead, field: '/members' })
  if (result.womenMembers > result.members) wrong('/womenMembers', 'more_women_than_members')
  if (result.meeting === 'delegates' && result.members < generalMeetingBelow && form !== 'federation')
    wrong('/meeting', 'general_meeting_needed', { below: generalMeetingBelow })
  if (result.meeting === 'general' && form !== 'federation' && result.expected > result.members)
    wrong('/expected', 'more_expected_than_members')
  if (result.present > result.expected) wrong('/present', 'more_present_than_expected')
  else if (!hasQuorum(result.expected, result.present))
    wrong('/present', 'no_quorum', { least: Math.ceil((2 * result.expected) / 3) })
  if (result.ballot === 'show_of_hands' && (result.members >= showOfHandsBelow || !place.showOfHands))
    wrong('/ballot', 'secret_ballot_needed', { below: showOfHandsBelow })
  if (result.ballot === 'secret') {
    if (result.issued > result.present) wrong('/issued', 'more_issued_than_present')
    if (result.returned > result.issued) wrong('/returned', 'more_returned_than_issued')
  }
  faults.push(...peopleFaults(result, body))
  if (body === 'committee')
    faults.push(
      ...womenFaults(result.women.length, form, place.womens, {
        members: result.womenMembers,
        employees: employees.women,
      }),
    )
  return faults
}

function peopleFaults(result: CountedResult, body: FoundingBody): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, code: string, variables?: Fault['variables']) =>
    faults.push({ field, code: `organization.founding.${code}`, ...(variables && { variables }) })
  const chairs = result.committee.filter(({ post }) => post === (body === 'organizer' ? 'organizer' : 'chair'))
  if (chairs.length !== 1) wrong('/committee', body === 'organizer' ? 'one_organizer' : 'one_chair')
  if (body === 'organizer' && result.committee.length > 1) wrong('/committee', 'one_organizer')
  if (result.committee.length > result.seats) wrong('/seats', 'more_elected_than_seats')
  if (body === 'committee' && result.committee.length < 3) wrong('/committee', 'committee_too_small', { least: 3 })
  const votes = result.ballot === 'secret' ? result.returned : result.present
  const counted: readonly [string, readonly ElectedPerson[]][] = [
    ['committee', result.committee],
    ['review', result.review],
  ]
  for (const [part, people] of counted) {
    people.forEach(({ name, yes }, index) => {
      const field = `/${part}/${index}`
      if (yes === undefined) wrong(`${field}/yes`, 'votes_missing', { name })
      else if (yes > votes) wrong(`${field}/yes`, 'more_votes_than_ballots', { name })
      else if (!isElected(result.expected, yes))
        wrong(`${field}/yes`, 'not_elected', { name, least: Math.floor(result.expected / 2) + 1 })
    })
    const names = people.map(({ name }) => name)
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) wrong(`/${part}/${index}/name`, 'named_twice', { name })
    })
  }
  if (body === 'committee' && result.review.length === 0) wrong('/review', 'review_needed')
  const leads = new Set(
    result.committee.filter(({ post }) => post === 'chair' || post === 'vice_chair').map(({ name }) => name),
  )
  result.review.forEach(({ name }, index) => {
    if (leads.has(name)) wrong(`/review/${index}/name`, 'review_incompatible', { name })
  })
  return faults
}

/** An employer as it was typed. */
export type TypedEmployer = {
  readonly name: string
  readonly creditCode?: string
  readonly address?: string
  readonly divisionCode?: string
  readonly industry?: string
  readonly employees?: number
  readonly women?: number
  readonly newEmployment?: number
}

/** What is wrong with an employer, at once; `field` is where it stands. */
export function employerFaults(employer: TypedEmployer, field: string): Fault[] {
  const faults: Fault[] = []
  const { creditCode, divisionCode, industry, employees, women, newEmployment } = employer
  if (employer.name.trim() === '') faults.push({ field: `${field}/name`, code: 'kernel.field_missing' })
  if (creditCode !== undefined) {
    const checked = checkCreditCode(creditCode, 'employer')
    if (!checked.ok)
      for (const { code } of checked.faults)
        faults.push({ field: `${field}/creditCode`, code: `organization.credit.${code}` })
    else if (checked.warnings.includes('employer_is_union'))
      faults.push({ field: `${field}/creditCode`, code: 'organization.credit.of_a_union' })
  }
  if (divisionCode !== undefined && !isDivisionCode(divisionCode))
    faults.push({ field: `${field}/divisionCode`, code: 'organization.founding.division_unknown' })
  if (industry !== undefined && !isIndustryCode(industry))
    faults.push({ field: `${field}/industry`, code: 'organization.founding.industry_unknown' })
  const atMost = employees ?? Number.POSITIVE_INFINITY
  if ((women ?? 0) > atMost) faults.push({ field: `${field}/women`, code: 'organization.founding.more_than_employees' })
  if ((newEmployment ?? 0) > atMost)
    faults.push({ field: `${field}/newEmployment`, code: 'organization.founding.more_than_employees' })
  return faults
}

/** An employer brought to the one spelling that is kept. */
export function tidyEmployer(employer: TypedEmployer): TypedEmployer {
  const checked = employer.creditCode === undefined ? undefined : checkCreditCode(employer.creditCode, 'employer')
  return { ...employer, name: employer.name.trim(), ...(checked?.ok && { creditCode: checked.value }) }
}

/** The faults of a day that is to lie behind us. */
export function pastDayFaults(day: string | undefined, field: string, today: string): Fault[] {
  if (day === undefined || !isCivilDay(day) || day <= today) return []
  return [{ field, code: 'organization.founding.day_in_future' }]
}

/** What is wrong with a preparatory group 筹备组, at once. @see rulebook 1.3 */
export function groupFaults(people: unknown): Fault[] {
  if (!Array.isArray(people)) return []
  const faults: Fault[] = []
  const { least, most } = groupSize
  if (people.length < least || people.length > most)
    faults.push({ field: '/people', code: 'organization.founding.group_size', variables: { least, most } })
  const posts = people.map((person: { readonly post?: unknown }) => person?.post)
  if (posts.filter((post) => post === 'leader').length !== 1)
    faults.push({ field: '/people', code: 'organization.founding.one_leader' })
  const names = people.map((person: { readonly name?: unknown }) => person?.name)
  names.forEach((name, index) => {
    if (typeof name === 'string' && names.indexOf(name) < index)
      faults.push({ field: `/people/${index}/name`, code: 'organization.founding.named_twice', variables: { name } })
  })
  return faults
}
