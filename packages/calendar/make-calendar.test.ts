import { expect, test } from 'vitest'
import type { CalendarYear, DayRow } from './calendar-rows.ts'
import { compute } from './compute.ts'
import { makeCalendar, officialCalendar } from './make-calendar.ts'
import { officialDays, officialYears } from './official-schedule.ts'
import { recompute } from './recompute.ts'
import { dayKindOf, isWorkday } from './workdays.ts'

const festival: DayRow = { day: '2026-04-20', kind: 'statutory', name: '三月三', region: '450000' }

test('T-CAL-04: a local holiday counts in its place and all below it, and nowhere else', () => {
  const calendar = makeCalendar([...officialDays, festival], officialYears)
  expect(isWorkday('2026-04-20', calendar)).toBe(true)
  expect(isWorkday('2026-04-20', calendar, '450000')).toBe(false)
  expect(isWorkday('2026-04-20', calendar, '450103')).toBe(false)
  expect(isWorkday('2026-04-20', calendar, '450103007')).toBe(false)
  expect(isWorkday('2026-04-20', calendar, '440103')).toBe(true)
  expect(isWorkday('2026-10-01', calendar, '450103')).toBe(false)
})

test('T-CAL-04: the smaller place wins', () => {
  const calendar = makeCalendar(
    [...officialDays, festival, { day: '2026-04-20', kind: 'workday', region: '450100' }],
    officialYears,
  )
  expect(isWorkday('2026-04-20', calendar, '450200')).toBe(false)
  expect(isWorkday('2026-04-20', calendar, '450103')).toBe(true)
})

test('T-CAL-04: a deadline reads the calendar of its place', () => {
  const calendar = makeCalendar([...officialDays, festival], officialYears)
  const period = { trigger: '2026-04-17', length: 1, unit: 'workday', roll: false } as const
  expect(compute(period, calendar).dueAt).toBe('2026-04-20')
  expect(compute({ ...period, region: '451000' }, calendar).dueAt).toBe('2026-04-21')
})

test('a place that is no division code is refused', () => {
  const calendar = makeCalendar([...officialDays, festival], officialYears)
  expect(() => isWorkday('2026-04-20', calendar, '广西')).toThrow(RangeError)
})

test('T-CAL-06: publishing a year makes its deadlines final', () => {
  const period = { trigger: '2026-12-28', length: 10, unit: 'workday', roll: false } as const
  const before = officialCalendar()
  const published = makeCalendar(
    [
      ...officialDays,
      { day: '2027-01-01', kind: 'statutory', name: '元旦' },
      { day: '2027-01-04', kind: 'adjusted_rest' },
    ],
    [...officialYears, { year: 2027, status: 'published' }],
  )

  const { before: provisional, after, moved, mustTell } = recompute(period, before, published)

  expect(provisional).toMatchObject({ dueAt: '2027-01-12', provisional: true })
  expect(after).toMatchObject({ dueAt: '2027-01-13', provisional: false })
  expect({ moved, mustTell }).toEqual({ moved: 'later', mustTell: false })
})

test('T-CAL-06: a date that a publication moves earlier must be told at once', () => {
  const period = { trigger: '2027-09-13', length: 15, unit: 'day', roll: true } as const
  const makeUp = makeCalendar(
    [...officialDays, { day: '2027-09-26', kind: 'makeup_workday' }, { day: '2027-09-28', kind: 'adjusted_rest' }],
    [...officialYears, { year: 2027, status: 'published' }],
  )

  const { before, after, moved, mustTell } = recompute(period, officialCalendar(), makeUp)

  expect(before).toMatchObject({ dueAt: '2027-09-28', safeBy: '2027-09-28' })
  expect(after).toMatchObject({ dueAt: '2027-09-29', safeBy: '2027-09-27' })
  expect({ moved, mustTell }).toEqual({ moved: 'later', mustTell: true })

  const workdays = { trigger: '2027-09-23', length: 3, unit: 'workday', roll: false } as const
  expect(recompute(workdays, officialCalendar(), makeUp)).toMatchObject({ moved: 'earlier', mustTell: true })
  expect(recompute(workdays, makeUp, makeUp)).toMatchObject({ moved: 'nowhere', mustTell: false })
})

test('rows of a provisional year stand beside its fixed-date holidays', () => {
  const calendar = makeCalendar(
    [...officialDays, { day: '2027-02-08', kind: 'adjusted_rest', name: '春节' }],
    officialYears,
  )
  expect(isWorkday('2027-02-08', calendar)).toBe(false)
  expect(dayKindOf('2027-10-01', calendar).kind).toBe('statutory')
})

test('a published year without a single row is refused, since every holiday would count as a working day', () => {
  const years: CalendarYear[] = [...officialYears, { year: 2027, status: 'published' }]
  expect(() => makeCalendar(officialDays, years)).toThrow(/2027 is published and has no day rows/)
})

test('all bad rows are named together', () => {
  const rows = [
    { day: '2026-02-30', kind: 'statutory' },
    { day: '2026-03-02', kind: 'makeup_workday' },
    { day: '2026-03-03', kind: 'weekend' },
    { day: '2026-03-07', kind: 'adjusted_rest' },
    { day: '2026-03-08', kind: 'workday' },
    { day: '2026-03-10', kind: 'statutory' },
    { day: '2026-03-10', kind: 'statutory' },
    { day: '2026-03-11', kind: 'statutory', region: '45' },
    { day: '2200-03-11', kind: 'statutory' },
  ] as const
  const refused = () =>
    makeCalendar(rows, [
      { year: 2026, status: 'published' },
      { year: 2026, status: 'provisional' },
    ])

  for (const words of [
    '2026-02-30 is no day',
    '2026-03-02 is no weekend day and cannot be makeup_workday',
    '2026-03-03 is no weekend day and cannot be weekend',
    '2026-03-07 is a weekend day and cannot be adjusted_rest',
    '2026-03-08 is a weekend day and cannot be workday',
    '2026-03-10 is given twice',
    '2026-03-11 45 has a region that is no code of six digits',
    '2200-03-11 lies outside 1980 to 2119',
    '2026 is given twice',
  ]) {
    expect(refused).toThrow(words)
  }
})

test('a kind that is not one of the five is refused', () => {
  const row: unknown = { day: '2026-03-10', kind: 'HOLIDAY' }
  expect(() => Reflect.apply(makeCalendar, undefined, [[row], []])).toThrow(/unknown kind HOLIDAY/)
})

test('the version tells whether two calendars are made of the same rows', () => {
  const shuffled = makeCalendar([...officialDays].reverse(), officialYears)
  expect(shuffled.version).toBe(officialCalendar().version)
  expect(officialCalendar().version).toMatch(/^2026-[0-9a-f]{8}$/)
  expect(makeCalendar([...officialDays, festival], officialYears).version).not.toBe(officialCalendar().version)
  expect(makeCalendar([], []).publishedThrough).toBeUndefined()
})
