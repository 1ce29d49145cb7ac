import { expect, test } from 'vitest'
import { employerKindOf } from './employer-kind.ts'
import { coverageOf } from './figures.ts'

const row = (place: string, section: string | null, all: number, covered: number, social = 0) => ({
  ...{ place, section, all, covered, social, socialCovered: 0 },
})
const places = [
  { unit: 'a', name: '甲街道', label: '001' },
  { unit: 'b', name: '乙街道', label: '002' },
]

test('employers without a union are told by section and by place, and add up', () => {
  const {
    employers,
    covered,
    uncovered,
    sections,
    places: told,
  } = coverageOf([row('001', 'C', 40, 15), row('002', 'C', 30, 10), row('002', 'G', 60, 20)], places)

  expect({ employers, covered, uncovered }).toEqual({ employers: 130, covered: 45, uncovered: 85 })
  expect(sections.map(({ section, covered, uncovered }) => [section, covered, uncovered])).toEqual([
    ['C', 25, 45],
    ['G', 20, 40],
  ])
  expect(told.map(({ unit, uncovered }) => [unit, uncovered])).toEqual([
    ['a', 25],
    ['b', 60],
  ])
})

test('G-03: fewer than ten are not told, nor what would give them away', () => {
  const { sections } = coverageOf([row('001', 'C', 40, 15), row('002', 'G', 8, 5)], places)

  expect(sections.map(({ uncovered }) => uncovered)).not.toContain(3)
  expect(sections.filter(({ uncovered }) => typeof uncovered !== 'number').length).toBeGreaterThan(1)
})

test('nobody is nothing: a place without employers has zeros', () => {
  expect(coverageOf([], places)).toMatchObject({ employers: 0, covered: 0, uncovered: 0, sections: [] })
})

test('what an employer is follows from its credit code (ORG-10, GB 32100)', () => {
  expect(
    [
      '91350100M000100Y43',
      '12440103MB2C12345X',
      '11110105MC0000012B',
      '52440103MJK1234567',
      '92440103MA5A12345X',
      null,
    ].map(employerKindOf),
  ).toEqual(['enterprise', 'institution', 'organ', 'social', 'individual', 'unknown'])
})
