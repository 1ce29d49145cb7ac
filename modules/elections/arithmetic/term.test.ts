import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTermAllowed, latestExtension, termEndsOn, timingOf } from './term.ts'

test('elected 2023-06-15 for three years: ends 2026-06-14, and 2026-12-14 at the latest with an approval (ELE-01, ELE-03)', () => {
  expect(termEndsOn('2023-06-15', 3)).toBe('2026-06-14')
  expect(latestExtension('2026-06-14', 6)).toBe('2026-12-14')
})

test('a term that begins on 29 February ends on the last day of February (ELE-01)', () => {
  expect(termEndsOn('2024-02-29', 3)).toBe('2027-02-27')
})

test('T-ELE-10: four years are no term of a grassroots union any more; three and five are (ELE-01)', () => {
  expect([3, 4, 5].map((years) => isTermAllowed(years, [3, 5]))).toEqual([true, false, true])
})

test('an election after the term’s last day is late, long before it early (ELE-03)', () => {
  expect(
    ['2026-06-15', '2026-06-14', '2025-12-16', '2025-12-15'].map((day) => timingOf(day, '2026-06-14', 180)),
  ).toEqual(['late', 'on_time', 'on_time', 'early'])
})

test('a longer term never ends sooner', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 9 }), (begun, years) => {
      const from = begun.toISOString().slice(0, 10)
      expect(termEndsOn(from, years + 1) > termEndsOn(from, years)).toBe(true)
      expect(termEndsOn(from, years) > from).toBe(true)
    }),
  )
})
