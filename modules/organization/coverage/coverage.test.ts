import { makeCreditCode } from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { openHouse } from '../../../tests/house.ts'
import { enterEmployers } from './commands/enter-employers.ts'
import { findCoverage } from './queries/find-coverage.ts'
import { listEmployers } from './queries/list-employers.ts'

const house = await openHouse()
const { units } = house
const county = await house.officer(units.county)
const township = await house.officer(units.township)
const neighbour = await house.officer(units.neighbourCounty)

const employers = (from: number, howMany: number, industry = 'C') =>
  Array.from({ length: howMany }, (_, index) => ({ name: `第${from + index}号单位`, industry }))

test('employers are entered with and without a union, and coverage tells both by place and by section (ORG-11)', async () => {
  await house.does(township, enterEmployers, { unit: units.shop.id, covered: true, employers: employers(1, 12) })
  await house.does(county, enterEmployers, { unit: units.township.id, covered: false, employers: employers(20, 15) })
  await house.does(county, enterEmployers, {
    ...{ unit: units.siblingTownship.id, covered: false, employers: employers(40, 14, 'G54') },
  })

  const seen = await house.asks(county, findCoverage, { unit: units.county.id })
  expect(seen).toMatchObject({ employers: 41, covered: 12, uncovered: 29 })
  expect(seen.sections.map(({ section, covered, uncovered }) => [section, covered, uncovered])).toEqual([
    ['C', 12, 15],
    ['G', 0, 14],
  ])
  expect(seen.places.map(({ name, covered, uncovered }) => [name, covered, uncovered])).toEqual([
    [units.township.name, 12, 15],
    [units.siblingTownship.name, 0, 14],
  ])
})

test('an employer that is known by its credit code is written over, never doubled', async () => {
  const creditCode = makeCreditCode({ registrar: '5', class: '2', division: '440103', subject: 'MJK12345' })
  const one = { name: '区志愿者协会', creditCode, employees: 30 }
  expect(
    await house.does(county, enterEmployers, { unit: units.township.id, covered: false, employers: [one] }),
  ).toEqual({
    entered: 1,
    known: 0,
  })
  expect(
    await house.does(county, enterEmployers, {
      unit: units.township.id,
      covered: false,
      employers: [{ ...one, employees: 31 }],
    }),
  ).toEqual({ entered: 0, known: 1 })

  const { items } = await house.asks(county, listEmployers, { unit: units.county.id, only: 'social' })
  expect(items).toMatchObject([{ name: '区志愿者协会', kind: 'social', employees: 31, union: null }])
})

test('every wrong code of every line is named at once, and nothing is entered', async () => {
  const refused = await house
    .does(county, enterEmployers, {
      unit: units.township.id,
      covered: false,
      employers: [
        { name: '甲公司', creditCode: '91350100M000100Y44' },
        { name: '乙公司', industry: 'Z9' },
        { name: '丙', employees: -1 },
      ],
    })
    .catch((error: unknown) => error)

  expect(refused instanceof Refusal && refused.faults.map(({ field }) => field).sort()).toEqual([
    '/employers/0/creditCode',
    '/employers/1/industry',
    '/employers/2/employees',
    '/employers/2/name',
  ])
})

test('lists go page by page in the order of places; who covers whom is said', async () => {
  const first = await house.asks(county, listEmployers, { unit: units.county.id, only: 'uncovered' })
  const all = await house.asks(township, listEmployers, { unit: units.shop.id })

  expect(first.items.every(({ union }) => union === null)).toBe(true)
  expect(all.items.every(({ union }) => union?.id === units.shop.id)).toBe(true)
})

test('another county sees nothing of it, and coverage above the county is asked county by county', async () => {
  await expect(house.asks(neighbour, findCoverage, { unit: units.county.id })).rejects.toThrow('kernel.absent')
  const city = await house.officer(units.city)
  await expect(house.asks(city, findCoverage, { unit: units.city.id })).rejects.toThrow(
    'organization.coverage_of_a_county',
  )
})
