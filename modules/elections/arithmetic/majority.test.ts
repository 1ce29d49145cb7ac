import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRemoved, passes, votesToBeElected } from './majority.ts'

const half = { parts: 1, whole: 2 }

test('T-ELE-6: of 100 expected 50 votes do not elect, 51 do (ELE-58)', () => {
  expect([passes(50, 100, half), passes(51, 100, half)]).toEqual([false, true])
})

test('T-ELE-8: of all 60 delegates 30 do not remove, 31 do (ELE-41)', () => {
  expect([isRemoved(30, 60, half), isRemoved(31, 60, half)]).toEqual([false, true])
})

test('more votes never lose what fewer won, and a larger electorate never asks for less', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (one, two, expected) => {
      const [fewer, more] = [Math.min(one, two), Math.max(one, two)]
      expect(Number(passes(more, expected, half))).toBeGreaterThanOrEqual(Number(passes(fewer, expected, half)))
      expect(votesToBeElected(expected + 1, half)).toBeGreaterThanOrEqual(votesToBeElected(expected, half))
      expect(passes(fewer, expected, half)).toBe(fewer >= votesToBeElected(expected, half))
    }),
  )
})
