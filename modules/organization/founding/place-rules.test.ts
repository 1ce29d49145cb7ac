import { expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/database/tx.ts'
import { cellsBetween } from '../../../kernel/shared/place.ts'
import { codes, employerCode, foundingsOf, group, key, plant, result } from '../../../tests/foundings.ts'
import { openHouse } from '../../../tests/house.ts'
import { previewChange } from '../life/queries/preview-change.ts'
import { localRules } from '../local-rules.ts'
import { beginFoundingAtDesk } from './commands/begin-founding.ts'
import { nameGroup } from './commands/name-group.ts'
import { planElection } from './commands/plan-election.ts'
import { recordElection } from './commands/record-election.ts'
import { replyToRequest } from './commands/reply-to-request.ts'
import type { FoundingElection } from './contract.ts'
import { employeesCounted, foundingPlace } from './place-rules.ts'
import { findFounding } from './queries/find-founding.ts'
import { bodyFault, resultFaults } from './rules.ts'

const house = await openHouse()
const { township, shop, farCounty } = house.units
const upper = await house.officer(township)
const { upTo } = foundingsOf(house, upper)

const reading = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(house.services.pool, cellsBetween(0, 999_999), work, 'read only')
const place = (cell: number, day = '2026-03-02') => reading((tx) => foundingPlace(tx, cell, day))
const ruleIn = (rule: 'establish_within' | 'split_rule', cell: number) =>
  reading(async (tx) => (await localRules(tx, [rule], cell, '2026-03-02'))[rule]?.value)

test.each([
  [330_825, 25, null, 'committee_needed'],
  [330_825, 24, 400, undefined],
  [440_103, 24, 400, undefined],
  [440_305, 10, null, 'committee_needed'],
  [440_305, 9, 25, 'committee_needed_employees'],
  [440_305, 9, 24, undefined],
  [440_305, 9, null, undefined],
])(
  'in %i an organizer for %i members and %s employees: %s (ORG-20, rulebook 9, must-establish threshold)',
  async (cell, members, employees, code) => {
    const { mustEstablish } = await place(cell)
    const fault = bodyFault('organizer', 'single', members, mustEstablish, employees)
    expect(fault?.code.split('.').at(-1)).toBe(code)
  },
)

test('a place asks for a committee earlier than the law and never later (ORG-20; 工会法 §11)', () => {
  const later = { members: 40, employees: null }
  expect(bodyFault('organizer', 'single', 25, later)?.variables).toEqual({ least: 25 })
})

const sat = (women: number, womenMembers: number): FoundingElection => ({
  ...result,
  womenMembers,
  women: ['甲', '乙', '丙'].slice(0, women).map((name) => ({ name, post: 'member' })),
})

test.each([
  [330_825, 10, null, 2, 'women_committee_needed'],
  [330_825, 10, null, 3, undefined],
  [330_825, 9, 90, 0, 'women_member_needed'],
  [330_825, 0, null, 0, undefined],
  [110_105, 24, 24, 1, undefined],
  [110_105, 3, 25, 1, 'women_committee_needed_employees'],
  [310_101, 24, 90, 1, undefined],
  [310_101, 25, null, 1, 'women_committee_needed'],
  [410_102, 30, 24, 1, undefined],
  [410_102, 3, 25, 2, 'women_committee_needed_employees'],
  [411_002, 10, null, 1, 'women_committee_needed'],
  [440_305, 10, null, 1, 'women_committee_needed'],
  [440_305, 9, 25, 1, 'women_committee_needed_employees'],
  [440_305, 3, 24, 0, 'women_member_needed'],
  [440_305, 2, 2, 0, undefined],
])(
  'in %i with %i women members, %s women employees and %i elected for them: %s (ELE-23, rulebook 9)',
  async (cell, members, employees, elected, code) => {
    const faults = resultFaults(sat(elected, members), 'committee', 'single', '2026-03-02', await place(cell), {
      all: null,
      women: employees,
    })
    expect(faults.map((fault) => fault.code.split('.').at(-1))).toEqual(code === undefined ? [] : [code])
  },
)

test.each([
  [330_825, undefined],
  [310_101, { months: 6, otherwise: null }],
  [110_105, { months: 6, otherwise: 'helpers' }],
  [500_103, { months: 12, otherwise: 'notice' }],
  [440_305, { months: 6, otherwise: null }],
  [440_103, undefined],
])('in %i a union is established within %o (rulebook 9, time to establish)', async (cell, within) => {
  expect(await ruleIn('establish_within', cell)).toEqual(within)
})

test.each([
  [330_825, 'by_employees'],
  [500_103, 'by_employees'],
  [410_102, 'by_employees'],
  [110_105, 'reasonable'],
])('in %i property is divided %s at a split (ORG-29, rulebook 9)', async (cell, rule) => {
  expect(await ruleIn('split_rule', cell)).toBe(rule)
})

test('employees count for the one employer of a union, and never by the sum of a joint one (ORG-11)', () => {
  const shops = [
    { name: '甲', employees: 20, women: 5 },
    { name: '乙', employees: 20 },
  ]
  expect(employeesCounted('single', shops.slice(0, 1))).toEqual({ all: 20, women: 5 })
  expect(employeesCounted('joint', shops)).toEqual({ all: null, women: null })
  expect(employeesCounted('joint', shops.slice(0, 1))).toEqual({ all: null, women: null })
})

test('a place’s own row holds from its day: what is begun, planned and elected is asked for it, and officers see its text', async () => {
  const before = await upTo('election_planned', { membersExpected: 20 })
  await house.rows(
    `insert into organization.local_rule (rule, division, effective_from, value, article, confidence) values
       ('must_establish', '4401', '2026-03-02', '{"members": 10, "employees": 25}', '市总工会建会办法第三条', 'V2'),
       ('womens_committee', '4401', '2026-03-02', '{"members": 4, "employees": null, "oneFrom": 1}', '市总工会女职工办法第五条', 'V2'),
       ('split_rule', '440103', '2026-01-01', '"reasonable"', '区总工会办法第九条', 'V2')`,
  )
  const [first] = plant.employers
  const small = (employees: number) => ({
    ...{ unit: township.id, ...plant, body: 'organizer', membersExpected: 9 },
    employers: [{ ...first, creditCode: employerCode(9_000 + employees), employees }],
  })

  expect(await codes(house.does(upper, beginFoundingAtDesk, { ...small(25), membersExpected: 9 }))).toEqual([
    'kernel.invalid_input',
    '/body organization.founding.committee_needed_employees',
  ])
  const view = await house.does(upper, beginFoundingAtDesk, small(24))
  expect(view.place).toMatchObject({
    mustEstablish: { members: 10, employees: 25, article: '市总工会建会办法第三条' },
    within: null,
    womens: { members: 4, article: '市总工会女职工办法第五条' },
  })
  await house.does(upper, replyToRequest, { ...key(view), on: '2026-03-02' })
  await house.does(upper, nameGroup, { ...key(view), people: group })
  const plan = { ...key(view), body: 'organizer', womenMembers: 0, on: '2026-03-10' }
  expect(await codes(house.does(upper, planElection, { ...plan, members: 10 }))).toEqual([
    'kernel.invalid_input',
    '/body organization.founding.committee_needed',
  ])
  expect((await house.does(upper, planElection, { ...plan, members: 9 })).state).toBe('election_planned')

  expect(await codes(house.does(upper, recordElection, { ...key(before), result }))).toEqual([
    'kernel.invalid_input',
    '/result/women organization.founding.women_committee_needed',
  ])
  const yesterday = { ...result, electedOn: '2026-03-01' }
  expect((await house.does(upper, recordElection, { ...key(before), result: yesterday })).state).toBe('elected')
  expect((await house.asks(upper, findFounding, key(before))).place.womens.members).toBe(10)
})

test('how property is divided at a split is said before one is asked for (ORG-29)', async () => {
  const seen = await house.asks(await house.officer(shop), previewChange, { unit: shop.id })
  expect(seen.splitRule).toEqual({ value: 'reasonable', article: '区总工会办法第九条' })
  const far = await house.asks(await house.officer(farCounty), previewChange, { unit: farCounty.id })
  expect(far.splitRule.value).toBe('by_employees')
})
