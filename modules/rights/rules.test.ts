import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile, quarterBounds, suppressed } from './rules.ts'

test('the rulebook’s own table hides 3 and, so that it cannot be worked out, 27 (8.3)', () => {
  expect(suppressed([3, 27, 70])).toEqual([null, null, 70])
})

test('nothing is hidden where nothing is small, and nobody is behind a nought', () => {
  expect(suppressed([10, 0, 200])).toEqual([10, 0, 200])
  expect(suppressed([4, 0, 200])).toEqual([null, 0, null])
  expect(suppressed([4, 5, 200])).toEqual([null, null, null])
  expect(suppressed([6, 5, 200])).toEqual([null, null, 200])
})

test('whatever the counts, no hidden one can be worked out from the total, and no small one is shown (G-03)', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const shown = suppressed(counts)
      const hidden = counts.filter((_, index) => shown[index] === null)
      for (const [index, count] of shown.entries()) {
        expect(count === null || count === counts[index]).toBe(true)
        expect(count !== null && count > 0 && count < 10).toBe(false)
      }
      const nonZero = counts.filter((count) => count > 0).length
      const sum = hidden.reduce((all, count) => all + count, 0)
      if (hidden.length > 0 && hidden.length < nonZero) {
        expect(hidden.length).toBeGreaterThanOrEqual(2)
        expect(sum).toBeGreaterThanOrEqual(10)
      }
    }),
  )
})

test('half and nine of ten are by the nearest rank, and of nothing there is none', () => {
  expect(percentile([], 50)).toBeUndefined()
  expect(percentile([{ value: 4, times: 1 }], 90)).toBe(4)
  const days = [
    { value: 1, times: 5 },
    { value: 9, times: 1 },
    { value: 3, times: 4 },
  ]
  expect([percentile(days, 50), percentile(days, 60), percentile(days, 90), percentile(days, 91)]).toEqual([1, 3, 3, 9])
})

test('a quarter begins with its first month and ends before the next', () => {
  expect(quarterBounds('2026-Q1')).toEqual({ from: '2026-01-01', until: '2026-04-01' })
  expect(quarterBounds('2026-Q4')).toEqual({ from: '2026-10-01', until: '2027-01-01' })
})
