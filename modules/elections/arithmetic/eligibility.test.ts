import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Body, bodies, declarations } from './bodies.ts'
import { barsOf, type Standing } from './eligibility.ts'

const member: Standing = { name: '王芳', sex: 'female', status: 'active', declared: [], bodies: ['committee'] }
const rulesOf = (one: Standing, body: Body, inEnterprise = true) => [
  ...new Set(barsOf({ ...one, bodies: [...new Set([body, ...one.bodies])] }, inEnterprise).map(({ rule }) => rule)),
]
const alone: Standing = { ...member, bodies: [] }

test('a member of whom nothing is declared may stand for everything', () => {
  for (const body of bodies) expect(rulesOf(alone, body)).toEqual([])
})

test('whoever is retained, only applied, or is on no roll may not stand (ELE-30)', () => {
  for (const status of ['retained', 'provisional', 'ended', 'not_on_roll'] as const)
    expect(rulesOf({ ...member, status }, 'committee')).toEqual(['ELE-30'])
  expect(rulesOf({ ...member, status: 'listed' }, 'committee')).toEqual([])
})

test('T-ELE-9: the spouse of the company’s principal is barred from its committee (ELE-31)', () => {
  expect(rulesOf({ ...member, declared: ['kin_of_principal'] }, 'committee')).toEqual(['ELE-31'])
})

test.each(['deputy', 'personnel_head', 'foreign', 'kin_of_deputy'] as const)(
  'in an enterprise whoever is %s may sit in the committee and not be its chair (ELE-32)',
  (declared) => {
    expect(rulesOf({ ...alone, declared: [declared] }, 'chair')).toEqual(['ELE-32'])
    expect(rulesOf({ ...alone, declared: [declared] }, 'committee')).toEqual([])
    expect(rulesOf({ ...alone, declared: [declared] }, 'chair', false)).toEqual([])
  },
)

test.each(['legal_representative', 'partner', 'principal'] as const)(
  'a %s is barred from the committee (ELE-33)',
  (declared) => {
    expect(rulesOf({ ...member, declared: [declared] }, 'committee')).toEqual(['ELE-33'])
  },
)

test('T-ELE-11: the finance head may not review the funds, nor the chair, nor a standing member (ELE-22)', () => {
  expect(rulesOf({ ...alone, declared: ['finance_head'] }, 'fund_review')).toEqual(['ELE-22'])
  expect(rulesOf({ ...alone, declared: ['handles_money'] }, 'fund_review')).toEqual(['ELE-22'])
  for (const other of ['chair', 'vice_chair', 'standing'] as const)
    expect(rulesOf({ ...alone, bodies: [other] }, 'fund_review')).toEqual(['ELE-22'])
  expect(rulesOf({ ...alone, declared: ['finance_head'] }, 'committee')).toEqual([])
})

test('declaring more never lifts a bar', () => {
  fc.assert(
    fc.property(
      fc.subarray([...declarations]),
      fc.constantFrom(...declarations),
      fc.constantFrom(...bodies),
      fc.boolean(),
      (declared, more, body, inEnterprise) => {
        const before = rulesOf({ ...alone, declared }, body, inEnterprise)
        const after = rulesOf({ ...alone, declared: [...declared, more] }, body, inEnterprise)
        expect(after.length > 0).toBe(before.length > 0 || after.length > 0)
        if (before.length > 0) expect(after).not.toEqual([])
      },
    ),
  )
})
