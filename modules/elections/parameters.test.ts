import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, findSize, sizesAllowed } from './arithmetic/bands.ts'
import { mayReduceSeats } from './arithmetic/short-result.ts'
import { isTermAllowed } from './arithmetic/term.ts'
import { womensForm } from './arithmetic/womens.ts'
import { electionParameters } from './parameter-rows.ts'
import { regionsAround, resolveParameters } from './parameters.ts'

const on = '2026-03-02'
const inPlace = (cell: number, day = on) => resolveParameters(electionParameters, String(cell), day).values
const [zhejiang, guangdong, shenzhen] = [330_825, 440_103, 440_305]

test.each([
  [24, 3, 5],
  [25, 3, 7],
  [200, 3, 7],
  [201, 7, 15],
  [1_000, 7, 15],
  [1_001, 15, 21],
  [5_000, 15, 21],
  [5_001, 21, 29],
  [10_000, 21, 29],
  [10_001, 29, 37],
  [50_000, 29, 37],
  [50_001, 37, 45],
])('a union of %i members has a committee of %i to %i (rulebook 2.3, 2016 table)', (members, min, max) => {
  expect(bandOf(inPlace(zhejiang).committeeSize, members)).toMatchObject({ min, max })
})

test.each([
  [10, [1]],
  [11, [3]],
  [25, [3]],
  [26, [3, 5]],
  [100, [3, 5]],
  [101, [5, 7]],
  [200, [5, 7]],
  [201, [7, 9]],
  [500, [7, 9]],
  [501, [9, 11, 13, 15]],
  [1_000, [9, 11, 13, 15]],
  [1_001, [15, 17, 19, 21]],
  [5_001, [21, 23, 25, 27, 29]],
  [10_001, [29, 31, 33, 35, 37]],
  [50_001, [37, 39, 41, 43, 45]],
])('in Guangdong a union of %i members has a committee of an odd number (rulebook 2.3, variant)', (members, sizes) => {
  expect(sizesAllowed(inPlace(guangdong).committeeSize, members)).toEqual(sizes)
})

test('an even committee is refused in Guangdong and allowed next door (rulebook 9)', () => {
  expect([guangdong, zhejiang].map((cell) => findSize(inPlace(cell).committeeSize, 150, 6))).toEqual(['even', 'ok'])
  expect([4, 5, 7, 8].map((seats) => findSize(inPlace(guangdong).committeeSize, 150, seats))).toEqual([
    'too_few',
    'ok',
    'ok',
    'too_many',
  ])
})

test.each([
  [100, 30, 40],
  [200, 30, 40],
  [201, 40, 60],
  [1_000, 40, 60],
  [1_001, 60, 90],
  [5_000, 60, 90],
  [5_001, 90, 130],
  [10_000, 90, 130],
  [10_001, 130, 180],
  [50_000, 130, 180],
  [50_001, 180, 240],
])('%i members send %i to %i delegates (rulebook 2.2)', (members, min, max) => {
  expect(bandOf(inPlace(zhejiang).delegateCount, members)).toMatchObject({ min, max })
})

test.each([
  [50_000, 200, 350],
  [300_000, 200, 350],
  [300_001, 300, 450],
  [700_001, 400, 600],
  [1_000_000, 400, 600],
  [1_000_001, 450, 800],
  [2_000_001, 600, 1_000],
  [4_000_000, 600, 1_000],
  [4_000_001, 800, 1_200],
])('the congress of %i members has %i to %i delegates (rulebook 2.2, 1984 numbers)', (members, min, max) => {
  expect(bandOf(inPlace(zhejiang).congressCount, members)).toMatchObject({ min, max })
})

test('a standing committee has nine to eleven, a fund-review committee three to eleven (ELE-20, ELE-21)', () => {
  const { standingSize, fundReviewSize } = inPlace(zhejiang)
  expect([8, 9, 11, 12].map((seats) => findSize(standingSize, 3_000, seats))).toEqual([
    'too_few',
    'ok',
    'ok',
    'too_many',
  ])
  expect([2, 3, 11, 12].map((seats) => findSize(fundReviewSize, 300, seats))).toEqual([
    'too_few',
    'ok',
    'ok',
    'too_many',
  ])
})

test('fewer than 100 members have no number of delegates', () => {
  expect(findSize(inPlace(zhejiang).delegateCount, 99, 30)).toBe('no_band')
})

test.each([
  [zhejiang, 10, null, 'committee'],
  [zhejiang, 9, null, 'member'],
  [zhejiang, 0, null, 'none'],
  [110_105, 24, 24, 'member'],
  [110_105, 3, 25, 'committee'],
  [310_101, 24, 90, 'member'],
  [310_101, 25, null, 'committee'],
  [410_102, 30, 24, 'member'],
  [shenzhen, 10, null, 'committee'],
  [shenzhen, 9, 25, 'committee'],
  [shenzhen, 3, 24, 'member'],
  [shenzhen, 2, 2, 'none'],
] as const)(
  'in %i with %i women members and %s women employees: %s (ELE-23, rulebook 9)',
  (cell, members, employees, form) => {
    expect(womensForm(inPlace(cell).womens, { members, employees })).toBe(form)
  },
)

test('T-ELE-10: a term of four years, begun 2024, is refused; one of 2015 that stands in old data is read (ELE-01)', () => {
  expect(isTermAllowed(4, inPlace(zhejiang, '2024-05-01').termYears)).toBe(false)
  expect(isTermAllowed(4, inPlace(zhejiang, '2015-05-01').termYears)).toBe(true)
  expect(isTermAllowed(3, inPlace(zhejiang).upperTermYears)).toBe(false)
})

test('seats may stay empty where the number elected is still a size of the table (ELE-60)', () => {
  const { committeeSize } = inPlace(zhejiang)
  expect([mayReduceSeats(committeeSize, 300, 7), mayReduceSeats(committeeSize, 300, 6)]).toEqual([true, false])
  expect(mayReduceSeats(inPlace(guangdong).committeeSize, 300, 8)).toBe(false)
})

test('the nearest division decides, then the province, then the country; each decision knows its row (rulebook 9)', () => {
  expect(regionsAround(String(shenzhen))).toEqual(['440305', '440300', '440000', '000000'])
  const { rows } = resolveParameters(electionParameters, String(shenzhen), on)
  const regionOf = (key: string) => rows.find((row) => row.key === key)?.region
  expect([regionOf('womens'), regionOf('committeeSize'), regionOf('quorum')]).toEqual(['440300', '440000', '000000'])
})

test('the tables have no holes and no overlaps, and more members never mean a smaller committee', () => {
  const cells = fc.constantFrom(zhejiang, guangdong)
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 60_000 }), (cell, members) => {
      const table = inPlace(cell).committeeSize
      const [here, next] = [bandOf(table, members), bandOf(table, members + 1)]
      expect(here).toBeDefined()
      expect((next?.min ?? 0) >= (here?.min ?? 0) && (next?.max ?? 0) >= (here?.max ?? 0)).toBe(true)
      expect(table.bands.filter(({ from, to }) => members >= from && (to === null || members <= to))).toHaveLength(1)
    }),
  )
})
