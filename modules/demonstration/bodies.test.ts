import { checkCreditCode, isIndustryCode } from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { endOfTerm, termState } from '../organization/terms/term.ts'
import { demonstrationCommittees } from './committees.ts'
import { demonstrationCounty } from './county.ts'
import { uncoveredEmployers } from './employers.ts'
import { longyou } from './place.ts'

const townships = [
  { code: '330825001', name: '龙洲街道' },
  { code: '330825101', name: '湖镇镇' },
]
const county = demonstrationCounty({ seed: 20, enterprises: 300, members: 20_000, townships, ...longyou })
const today = '2026-03-02'
const people = Array.from({ length: 8 }, (_, index) => ({
  ...{ person: null, name: `候选${index}` },
  sex: index % 2 === 0 ? ('male' as const) : ('female' as const),
}))

test('some terms run, some end within half a year, some are over; in the home township all run (ELE-04)', () => {
  const make = () => demonstrationCommittees(20, today, ({ townshipCode }) => townshipCode === '330825001')
  const committeeOf = make()
  const made = county.units.map((unit) => ({ unit, ...committeeOf(unit, people) }))
  const states = made.map(({ electedOn, years, unit }) => {
    const state = termState({ endsOn: endOfTerm(electedOn, years), extendedUntil: null }, today)
    return { state, home: unit.townshipCode === '330825001' }
  })

  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['running', 'ending', 'overdue']))
  expect(states.every(({ home, state }) => !home || state === 'running')).toBe(true)
  expect(made.every(({ electedOn }) => electedOn <= today)).toBe(true)
  const again = make()
  expect(county.units.map((unit) => again(unit, people).electedOn)).toEqual(made.map(({ electedOn }) => electedOn))
})

test('a committee has one chair, and a head for women workers where there is a woman (ORG-21, ELE-23)', () => {
  const committeeOf = demonstrationCommittees(20, today, () => true)
  for (const unit of county.units) {
    const seats = committeeOf(unit, people).officers.flatMap((officer) => officer.seats)
    expect(seats.filter((seat) => seat === 'chair')).toHaveLength(1)
    expect(seats.filter((seat) => seat === 'women_chair')).toHaveLength(1)
  }
})

test('employers without a union are of every township, some of them social organizations, each with a code of its own', () => {
  const employers = uncoveredEmployers(20, longyou, townships, 120)
  const codes = employers.map(({ creditCode }) => creditCode)

  expect(codes.filter((code) => !checkCreditCode(code).ok)).toEqual([])
  expect(employers.filter(({ industry }) => !isIndustryCode(industry))).toEqual([])
  expect(new Set([...codes, ...county.units.map(({ employerCreditCode }) => employerCreditCode)]).size).toBe(420)
  expect(new Set(employers.map(({ townshipCode }) => townshipCode)).size).toBe(2)
  expect(codes.some((code) => code.startsWith('51'))).toBe(true)
})
