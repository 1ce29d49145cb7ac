import { expect, test } from 'vitest'
import { addDays } from './civil-day.ts'
import { officialCalendar } from './make-calendar.ts'
import { officialDays, officialYears } from './official-schedule.ts'
import { addWorkdays, dayKindOf, isWorkday, workdaysBetween } from './workdays.ts'

const calendar = officialCalendar()

/** The loaded schedule of the rulebook, 1.1, as it is printed there. */
const printed = [
  {
    year: 2024,
    rest: '01-01; 02-10..02-17; 04-04..04-06; 05-01..05-05; 06-10; 09-15..09-17; 10-01..10-07',
    makeUp: '02-04, 02-18, 04-07, 04-28, 05-11, 09-14, 09-29, 10-12',
    statutory: 11,
  },
  {
    year: 2025,
    rest: '01-01; 01-28..02-04; 04-04..04-06; 05-01..05-05; 05-31..06-02; 10-01..10-08',
    makeUp: '01-26, 02-08, 04-27, 09-28, 10-11',
    statutory: 13,
  },
  {
    year: 2026,
    rest: '01-01..01-03; 02-15..02-23; 04-04..04-06; 05-01..05-05; 06-19..06-21; 09-25..09-27; 10-01..10-07',
    makeUp: '01-04, 02-14, 02-28, 05-09, 09-20, 10-10',
    statutory: 13,
  },
]

function expand(year: number, ranges: string): string[] {
  return ranges.split(/[;,] /).flatMap((range) => {
    const [first = '', last = first] = range.split('..').map((day) => `${year}-${day}`)
    const days = []
    for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
    return days
  })
}

function allDays(year: number): string[] {
  return expand(year, '01-01..12-31')
}

test.each(printed)(
  'T-CAL-03: the rest days and make-up days of $year are those of the notice',
  ({ year, rest, makeUp }) => {
    const rows = officialDays.filter((row) => row.day.startsWith(`${year}`))
    expect(rows.filter((row) => row.kind !== 'makeup_workday').map((row) => row.day)).toEqual(expand(year, rest))
    expect(rows.filter((row) => row.kind === 'makeup_workday').map((row) => row.day)).toEqual(expand(year, makeUp))
  },
)

test('T-CAL-03: make-up weekend days are working days, and adjusted rest days are not', () => {
  expect(isWorkday('2026-02-14', calendar)).toBe(true)
  expect(dayKindOf('2026-02-14', calendar)).toEqual({ kind: 'makeup_workday', name: '春节' })
  expect(isWorkday('2026-02-20', calendar)).toBe(false)
  expect(dayKindOf('2026-02-20', calendar)).toEqual({ kind: 'adjusted_rest', name: '春节' })
})

test.each([2025, 2026])('check sum: %i has 248 working days', (year) => {
  expect(workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar)).toBe(248)
  expect(allDays(year).filter((day) => isWorkday(day, calendar))).toHaveLength(248)
})

test.each(printed)('T-CAL-01: $year has $statutory statutory holidays', ({ year, statutory }) => {
  expect(allDays(year).filter((day) => dayKindOf(day, calendar).kind === 'statutory')).toHaveLength(statutory)
})

test('T-CAL-01: from 2025 the holidays have 1, 4, 1, 2, 1, 1 and 3 days', () => {
  for (const year of [2025, 2026]) {
    const names = allDays(year)
      .map((day) => dayKindOf(day, calendar))
      .filter((day) => day.kind === 'statutory')
      .map((day) => day.name)
    const count = (name: string) => names.filter((each) => each === name).length
    expect(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].map(count)).toEqual([1, 4, 1, 2, 1, 1, 3])
  }
})

test('T-CAL-02: a holiday on a weekend has a substitute day, a partial-group day has none', () => {
  expect(dayKindOf('2026-04-05', calendar)).toEqual({ kind: 'statutory', name: '清明节' })
  expect(dayKindOf('2026-04-06', calendar)).toEqual({ kind: 'adjusted_rest', name: '清明节' })
  expect(dayKindOf('2025-05-31', calendar).kind).toBe('statutory')
  expect(dayKindOf('2025-06-02', calendar).kind).toBe('adjusted_rest')

  expect(dayKindOf('2026-03-08', calendar)).toEqual({ kind: 'weekend' })
  expect(isWorkday('2026-03-09', calendar)).toBe(true)
  expect(isWorkday('2026-06-01', calendar)).toBe(true)
  expect(isWorkday('2026-08-03', calendar)).toBe(true)
})

test('T-CAL-05: a day is of one of five kinds, and only two of them are worked', () => {
  const kinds = ['2026-03-10', '2026-03-14', '2026-10-01', '2026-10-05', '2026-10-10'].map(
    (day) => dayKindOf(day, calendar).kind,
  )
  expect(kinds).toEqual(['workday', 'weekend', 'statutory', 'adjusted_rest', 'makeup_workday'])
})

test('T-CAL-06: the years 2024 to 2026 are published, all others are not', () => {
  expect(officialYears.map((row) => row.year)).toEqual([2024, 2025, 2026])
  expect(calendar.publishedThrough).toBe(2026)
  expect([2023, 2024, 2026, 2027].map(calendar.isPublished)).toEqual([false, true, true, false])
})

test('T-CAL-06: a provisional year has weekends and fixed-date holidays, and nothing else', () => {
  const special = allDays(2027).filter((day) => !['workday', 'weekend'].includes(dayKindOf(day, calendar).kind))
  expect(special).toEqual(['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'])
  expect(isWorkday('2027-02-06', calendar)).toBe(false)
  expect(isWorkday('2027-02-08', calendar)).toBe(true)
})

test('working days are added over a day that is not counted itself', () => {
  expect(addWorkdays('2026-09-30', 1, calendar)).toBe('2026-10-08')
  expect(addWorkdays('2026-10-03', 1, calendar)).toBe('2026-10-08')
  expect(addWorkdays('2026-10-03', 0, calendar)).toBe('2026-10-08')
  expect(addWorkdays('2026-10-08', 0, calendar)).toBe('2026-10-08')
  expect(addWorkdays('2026-10-08', -1, calendar)).toBe('2026-09-30')
  expect(addWorkdays('2026-10-03', -1, calendar)).toBe('2026-09-30')
})

test('working days between two days count the second and not the first', () => {
  expect(workdaysBetween('2026-09-30', '2026-10-08', calendar)).toBe(1)
  expect(workdaysBetween('2026-10-08', '2026-09-30', calendar)).toBe(-1)
  expect(workdaysBetween('2026-10-08', '2026-10-08', calendar)).toBe(0)
})

test('days beyond the calendar are refused rather than guessed', () => {
  expect(() => isWorkday('1979-12-31', calendar)).toThrow(RangeError)
  expect(() => isWorkday('2120-01-01', calendar)).toThrow(RangeError)
  expect(() => addWorkdays('2119-12-31', 1, calendar)).toThrow(RangeError)
  expect(() => addWorkdays('1980-01-01', -1, calendar)).toThrow(RangeError)
  expect(isWorkday('1980-01-02', calendar)).toBe(true)
  expect(isWorkday('2119-12-29', calendar)).toBe(true)
})
