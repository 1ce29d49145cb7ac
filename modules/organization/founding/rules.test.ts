import { expect, test } from 'vitest'
import type { FoundingElection } from './contract.ts'
import {
  bodyFault,
  employerFaults,
  type FoundingPlace,
  groupFaults,
  hasQuorum,
  isElected,
  mayMeetAtOnce,
  resultFaults,
  termEnd,
} from './rules.ts'

const today = '2026-03-02'
const country: FoundingPlace = {
  showOfHands: false,
  mustEstablish: { members: 25, employees: null },
  womens: { members: 10, employees: null, oneFrom: 1 },
}
const counted: FoundingElection = {
  electedOn: '2026-03-01',
  meeting: 'general',
  ballot: 'secret',
  members: 40,
  womenMembers: 5,
  expected: 40,
  present: 30,
  issued: 30,
  returned: 30,
  seats: 3,
  termYears: 3,
  committee: [
    { name: '甲', post: 'chair', yes: 29 },
    { name: '乙', post: 'vice_chair', yes: 25 },
    { name: '丙', post: 'member', yes: 21 },
  ],
  review: [{ name: '丁', post: 'head', yes: 28 }],
  women: [{ name: '丙', post: 'head' }],
}
const codes = (result: Partial<FoundingElection>, body: 'committee' | 'organizer' = 'committee') =>
  resultFaults({ ...counted, ...result }, body, 'single', today, country).map(({ code }) => code.split('.').at(-1))

test('25 members without a committee break ORG-20 (T-ORG-1); 24 with one organizer are in order (T-ORG-2)', () => {
  expect(bodyFault('organizer', 'single', 25)?.code).toBe('organization.founding.committee_needed')
  expect(bodyFault('organizer', 'single', 24)).toBeUndefined()
  expect(bodyFault('committee', 'single', 8)).toBeUndefined()
})

test('an agency has no electorate, and nothing else is without one (ORG-05)', () => {
  expect(bodyFault('agency', 'agency', 0)).toBeUndefined()
  expect(bodyFault('committee', 'agency', 0)?.code).toBe('organization.founding.agency_alone')
  expect(bodyFault('agency', 'single', 3)?.code).toBe('organization.founding.agency_alone')
})

test('only fewer than 25 meet without a preparatory group (rulebook 1.3)', () => {
  expect([mayMeetAtOnce('single', 24), mayMeetAtOnce('single', 25), mayMeetAtOnce('agency', 0)]).toEqual([
    true,
    false,
    false,
  ])
})

test('two thirds make a quorum, and more than half of those expected elect (T-ELE-2, T-ELE-3, T-ELE-6)', () => {
  expect([hasQuorum(58, 38), hasQuorum(58, 39)]).toEqual([false, true])
  expect([isElected(100, 50), isElected(100, 51)]).toEqual([false, true])
})

test('a term counts from the day of election (ELE-01, its example)', () => {
  expect(termEnd('2023-06-15', 3)).toBe('2026-06-14')
  expect(termEnd('2024-02-29', 5)).toBe('2029-02-27')
})

test('a result as the procedure asks has no fault', () => {
  expect(codes({})).toEqual([])
})

test('more ballots back than out void the election (T-ELE-7), and a term is 3 or 5 years (T-ELE-10)', () => {
  expect(codes({ returned: 31 })).toContain('more_returned_than_issued')
  expect(codes({ termYears: 4 })).toEqual(['term_years'])
})

test('99 members meet as a general meeting, 100 may send delegates (T-ELE-1, ELE-10)', () => {
  const delegates = { meeting: 'delegates', expected: 40 } as const
  expect(codes({ ...delegates, members: 99 })).toEqual(['general_meeting_needed'])
  expect(codes({ ...delegates, members: 100 })).toEqual([])
})

test('whoever leads does not review the funds (ELE-22), and ten women have a committee of their own (ELE-23)', () => {
  expect(codes({ review: [{ name: '甲', post: 'head', yes: 30 }] })).toEqual(['review_incompatible'])
  expect(codes({ womenMembers: 10 })).toEqual(['women_committee_needed'])
  expect(codes({ women: [] })).toEqual(['women_member_needed'])
})

test('hands are shown by fewer than ten only, and only where the place allows it (rulebook 1.3)', () => {
  const small = {
    ...counted,
    ballot: 'show_of_hands',
    ...{ members: 9, womenMembers: 0, expected: 9, present: 9, issued: 0, returned: 0, women: [] },
    committee: [{ name: '甲', post: 'organizer', yes: 9 }],
    review: [],
    seats: 1,
  } as const
  const wrong = (result: FoundingElection, allowed: boolean) =>
    resultFaults(result, 'organizer', 'single', today, { ...country, showOfHands: allowed }).map(({ code }) => code)
  expect(wrong({ ...small, committee: [...small.committee], review: [], women: [] }, true)).toEqual([])
  expect(wrong({ ...small, committee: [...small.committee], review: [], women: [] }, false)).toEqual([
    'organization.founding.secret_ballot_needed',
  ])
})

test('everything that is wrong with a result is named at once', () => {
  expect(
    codes({
      electedOn: '2026-03-03',
      termYears: 4,
      present: 26,
      issued: 27,
      returned: 28,
      seats: 2,
      committee: [
        { name: '甲', post: 'member', yes: 20 },
        { name: '甲', post: 'member', yes: 29 },
        { name: '丙', post: 'member' },
      ],
      review: [],
    }),
  ).toEqual([
    'elected_in_future',
    'term_years',
    'no_quorum',
    'more_issued_than_present',
    'more_returned_than_issued',
    'one_chair',
    'more_elected_than_seats',
    'not_elected',
    'more_votes_than_ballots',
    'votes_missing',
    'named_twice',
    'review_needed',
  ])
})

test('a preparatory group has three to five people and one leader', () => {
  const person = (name: string, post = 'member') => ({ name, post })
  const of = (...people: unknown[]) => groupFaults(people).map(({ code }) => code.split('.').at(-1))
  expect(of(person('甲', 'leader'), person('乙'), person('丙'))).toEqual([])
  expect(of(person('甲', 'leader'), person('乙'))).toEqual(['group_size'])
  expect(of(person('甲'), person('甲'), person('乙'), person('丙'), person('丁'), person('戊'))).toEqual([
    'group_size',
    'one_leader',
    'named_twice',
  ])
})

test('every fault of an employer is named at its field', () => {
  const faults = employerFaults(
    { name: ' ', creditCode: '91350100M000100Y44', divisionCode: '12', industry: 'Z99', employees: 3, women: 4 },
    '/employers/0',
  )
  expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
    '/employers/0/name kernel.field_missing',
    '/employers/0/creditCode organization.credit.checksum',
    '/employers/0/divisionCode organization.founding.division_unknown',
    '/employers/0/industry organization.founding.industry_unknown',
    '/employers/0/women organization.founding.more_than_employees',
  ])
})
