import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differs, fewestCandidates } from './difference.ts'

test.each([
  [3, 4],
  [5, 6],
  [7, 8],
  [9, 10],
  [15, 16],
  [19, 20],
  [20, 21],
  [21, 23],
  [29, 31],
  [37, 39],
  [45, 48],
])('for %i seats of a committee at least %i stand (ELE-51)', (seats, candidates) => {
  expect(fewestCandidates(seats, 5)).toBe(candidates)
})

test.each([
  [9, 10],
  [11, 13],
])('for %i seats of a standing committee at least %i stand (ELE-52)', (seats, candidates) => {
  expect(fewestCandidates(seats, 10)).toBe(candidates)
})

test('T-ELE-4 and T-ELE-5: 22 for 21 seats are too few (4.76 %), 21 for 20 are enough (5.00 %) (ELE-51)', () => {
  expect([differs(22, 21, 5), differs(21, 20, 5)]).toEqual([false, true])
})

test('the fewest candidates are enough and one less is not, and more candidates never break it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), fc.constantFrom(5, 10, 15), (seats, percent) => {
      const fewest = fewestCandidates(seats, percent)
      expect([differs(fewest, seats, percent), differs(fewest - 1, seats, percent)]).toEqual([true, false])
      expect(differs(fewest + 1, seats, percent)).toBe(true)
    }),
  )
})
