import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  beijingTime,
  civilDay,
  fromDayNumber,
  startOfDay,
  toDayNumber,
  weekdayOf,
} from './civil-day.ts'

test('T-CAL-07: an instant lies in the day of Beijing time, whatever zone it is written in', () => {
  expect(civilDay('2026-10-01T15:59:59Z')).toBe('2026-10-01')
  expect(civilDay('2026-10-01T16:00:00Z')).toBe('2026-10-02')
  expect(civilDay(new Date('2026-10-02T00:30:00+09:00'))).toBe('2026-10-01')
})

test('T-CAL-07: a day begins at midnight of Beijing time all year round', () => {
  expect(startOfDay('2026-01-01').toISOString()).toBe('2025-12-31T16:00:00.000Z')
  expect(startOfDay('2026-07-01').toISOString()).toBe('2026-06-30T16:00:00.000Z')
})

test('a time without an offset is refused, since it would mean another time on every machine', () => {
  expect(() => civilDay('2026-10-01T22:30:00')).toThrow(RangeError)
  expect(() => civilDay('2026-10-01')).toThrow(RangeError)
  expect(() => civilDay(new Date(Number.NaN))).toThrow(RangeError)
  expect(() => civilDay('2026-13-01T22:30:00Z')).toThrow(RangeError)
})

test('a Beijing time keeps thousandths only where there are any', () => {
  expect(beijingTime('2026-10-01T14:30:00Z')).toBe('2026-10-01T22:30:00+08:00')
  expect(beijingTime('2026-10-01T14:30:00.250Z')).toBe('2026-10-01T22:30:00.250+08:00')
})

test('what is no real day written YYYY-MM-DD is refused', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-01',
    '2026/01/01',
    '２０２６-01-01',
    '',
  ]) {
    expect(() => toDayNumber(text), text).toThrow(RangeError)
  }
})

test('day numbers agree with the calendar of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
      const date = new Date(number * 86_400_000)
      expect(fromDayNumber(number)).toBe(date.toISOString().slice(0, 10))
      expect(toDayNumber(fromDayNumber(number))).toBe(number)
      expect(weekdayOf(number)).toBe(date.getUTCDay())
    }),
    { numRuns: 1000 },
  )
})

test('T-02: months end on the corresponding day, or on the last day of a shorter month', () => {
  const after = (day: string, months: number) => fromDayNumber(addMonths(toDayNumber(day), months))
  expect(after('2026-01-15', 1)).toBe('2026-02-15')
  expect(after('2026-01-31', 1)).toBe('2026-02-28')
  expect(after('2028-01-31', 1)).toBe('2028-02-29')
  expect(after('2026-11-30', 3)).toBe('2027-02-28')
  expect(after('2026-03-31', -1)).toBe('2026-02-28')
  expect(after('2026-01-31', -2)).toBe('2025-11-30')
})

test('days are added over month and year ends', () => {
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
})
