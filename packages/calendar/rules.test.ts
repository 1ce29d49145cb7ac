import { expect, test } from 'vitest'
import { compute } from './compute.ts'
import { computeBefore } from './compute-before.ts'
import { unitOfDays } from './day-readings.ts'
import { isInTime, passedAt } from './in-time.ts'
import { officialCalendar } from './make-calendar.ts'
import { remainingAfter } from './remaining.ts'
import { remindersOf } from './reminders.ts'
import { serviceDay } from './service-day.ts'
import { computeTwoReadings } from './two-readings.ts'

const calendar = officialCalendar()

test('T-01: the trigger day is not counted', () => {
  const deadline = compute({ trigger: '2026-03-10', length: 1, unit: 'day', roll: false }, calendar)
  expect(deadline.dueAt).toBe('2026-03-11')
  expect(deadline.trace.countedFrom).toBe('2026-03-11')
  expect(compute({ trigger: '2026-03-10', length: 1, unit: 'workday', roll: false }, calendar).dueAt).toBe('2026-03-11')
})

test('T-01: an instant counts as its day in Beijing', () => {
  const period = { length: 1, unit: 'day', roll: false } as const
  expect(compute({ ...period, trigger: '2026-03-10T15:59:00Z' }, calendar).dueAt).toBe('2026-03-11')
  expect(compute({ ...period, trigger: new Date('2026-03-10T16:00:00Z') }, calendar).dueAt).toBe('2026-03-12')
})

test('T-02: months and years end on the corresponding day or the last of the month', () => {
  const end = (trigger: string, length: number, unit: 'month' | 'year') =>
    compute({ trigger, length, unit, roll: false }, calendar).naturalEnd
  expect(end('2025-12-31', 2, 'month')).toBe('2026-02-28')
  expect(end('2026-03-10', 1, 'month')).toBe('2026-04-10')
  expect(end('2024-02-29', 2, 'year')).toBe('2026-02-28')
})

test('T-03: a last day on a plain weekend rolls to Monday, and without rolling it stays', () => {
  const period = { trigger: '2026-03-06', length: 8, unit: 'day' } as const
  expect(compute({ ...period, roll: true }, calendar)).toMatchObject({ naturalEnd: '2026-03-14', dueAt: '2026-03-16' })
  const unrolled = compute({ ...period, roll: false }, calendar)
  expect(unrolled).toMatchObject({ naturalEnd: '2026-03-14', dueAt: '2026-03-14', safeBy: '2026-03-13' })
  expect(unrolled.trace.rolledOver).toEqual([])
})

test('T-04: the last day ends at 24:00 Beijing time', () => {
  expect(passedAt('2026-10-08').toISOString()).toBe('2026-10-08T16:00:00.000Z')
  expect(isInTime({ arrived: '2026-10-08T23:59:59.999+08:00' }, '2026-10-08')).toBe(true)
  expect(isInTime({ arrived: '2026-10-09T00:00:00+08:00' }, '2026-10-08')).toBe(false)
})

test('T-05: a document handed to the post in time is in time, however long it travels', () => {
  expect(isInTime({ arrived: '2026-10-12', postmark: '2026-10-08' }, '2026-10-08')).toBe(true)
  expect(isInTime({ arrived: '2026-10-12', postmark: '2026-10-09' }, '2026-10-08')).toBe(false)
})

test('T-06: rest days inside count in calendar days and are passed over in working days', () => {
  expect(compute({ trigger: '2026-02-13', length: 11, unit: 'day', roll: true }, calendar).dueAt).toBe('2026-02-24')
  expect(compute({ trigger: '2026-02-13', length: 2, unit: 'workday', roll: true }, calendar).dueAt).toBe('2026-02-24')
})

test('T-07: 日 is a calendar day unless the instrument redefines it for that length', () => {
  expect([3, 5, 7, 10, 60].map((length) => unitOfDays('行政复议法', length))).toEqual([
    'workday',
    'workday',
    'workday',
    'workday',
    'day',
  ])
  expect([3, 5, 10, 15, 45].map((length) => unitOfDays('劳动人事争议仲裁办案规则', length))).toEqual([
    'workday',
    'workday',
    'workday',
    'day',
    'day',
  ])
  expect(unitOfDays('劳动争议调解仲裁法', 15)).toBe('day')
})

test('T-08: 以内 includes the due day itself', () => {
  expect(isInTime({ arrived: '2026-10-08' }, '2026-10-08')).toBe(true)
  expect(isInTime({ arrived: '2026-10-09' }, '2026-10-08')).toBe(false)
})

test('T-09: an extension for an obstacle is asked for within ten days after the obstacle ended', () => {
  expect(compute({ trigger: '2026-09-28', length: 10, unit: 'day', roll: true }, calendar).dueAt).toBe('2026-10-08')
  expect(compute({ trigger: '2026-09-21', length: 10, unit: 'day', roll: true }, calendar)).toMatchObject({
    naturalEnd: '2026-10-01',
    dueAt: '2026-10-08',
  })
})

test('T-10: electronic service is the day of arrival, and needs consent', () => {
  expect(serviceDay({ means: 'electronic', arrivedAt: '2026-09-18T16:30:00Z', consented: true })).toBe('2026-09-19')
  expect(serviceDay({ means: 'electronic', arrivedAt: '2026-09-18T16:30:00Z', consented: false })).toBeUndefined()
})

test('T-10: service by public notice is done when the notice period is over', () => {
  expect(serviceDay({ means: 'public_notice', publishedOn: '2026-09-01', noticeDays: 30 })).toBe('2026-10-01')
})

test('T-11: paused days are not counted, and the period ends later by them', () => {
  const period = { trigger: '2026-03-02', length: 10, unit: 'day', roll: true } as const
  const hearing = { from: '2026-03-05', to: '2026-03-09', reason: '听证' }
  const deadline = compute({ ...period, pauses: [hearing] }, calendar)
  expect(compute(period, calendar).dueAt).toBe('2026-03-12')
  expect(deadline.dueAt).toBe('2026-03-17')
  expect(deadline.trace).toMatchObject({ counted: 10, pausedDays: 5, pauses: [hearing] })
})

test('T-11: in working days only the working days of a pause are lost', () => {
  const period = { trigger: '2026-03-02', length: 5, unit: 'workday', roll: false } as const
  const pauses = [{ from: '2026-03-06', to: '2026-03-09' }]
  expect(compute(period, calendar).dueAt).toBe('2026-03-09')
  expect(compute({ ...period, pauses }, calendar).dueAt).toBe('2026-03-11')
  expect(compute({ ...period, pauses: [{ from: '2026-03-07', to: '2026-03-08' }] }, calendar).dueAt).toBe('2026-03-09')
})

test('T-11: pauses that overlap count once, those outside the period not at all, and one may reach another', () => {
  const period = { trigger: '2026-03-02', length: 10, unit: 'day', roll: false } as const
  const due = (...pauses: { from: string; to: string }[]) => compute({ ...period, pauses }, calendar).dueAt
  expect(due({ from: '2026-03-07', to: '2026-03-10' }, { from: '2026-03-05', to: '2026-03-08' })).toBe('2026-03-18')
  expect(due({ from: '2026-02-01', to: '2026-03-02' }, { from: '2026-03-13', to: '2026-03-31' })).toBe('2026-03-12')
  expect(due({ from: '2026-03-01', to: '2026-03-04' })).toBe('2026-03-14')
  expect(due({ from: '2026-03-05', to: '2026-03-07' }, { from: '2026-03-07', to: '2026-03-09' })).toBe('2026-03-17')
  expect(due({ from: '2026-03-12', to: '2026-03-13' }, { from: '2026-03-14', to: '2026-03-14' })).toBe('2026-03-15')
  expect(due({ from: '2026-03-12', to: '2026-03-13' }, { from: '2026-03-15', to: '2026-03-15' })).toBe('2026-03-14')
})

test('T-11: months are prolonged by the days of a pause', () => {
  const pauses = [{ from: '2026-03-20', to: '2026-03-29' }]
  expect(compute({ trigger: '2026-03-10', length: 1, unit: 'month', roll: true, pauses }, calendar).dueAt).toBe(
    '2026-04-20',
  )
})

test('T-11: while the clock stands still, what is left of the period is known', () => {
  const days = { trigger: '2026-03-02', length: 10, unit: 'day', roll: true } as const
  expect(remainingAfter('2026-03-04', days, calendar)).toBe(8)
  expect(remainingAfter('2026-03-02', days, calendar)).toBe(10)
  expect(remainingAfter('2026-03-31', days, calendar)).toBe(0)
  expect(remainingAfter('2026-03-04', { ...days, pauses: [{ from: '2026-03-03', to: '2026-03-06' }] }, calendar)).toBe(
    10,
  )
  expect(remainingAfter('2026-03-06', { ...days, unit: 'workday' }, calendar)).toBe(6)
  const twoPauses = [
    { from: '2026-03-03', to: '2026-03-03' },
    { from: '2026-03-09', to: '2026-03-09' },
  ]
  expect(remainingAfter('2026-03-06', { ...days, unit: 'workday', pauses: twoPauses }, calendar)).toBe(7)
})

test('T-12: a right is shown the earliest safe day, a duty is overdue only after both readings', () => {
  const both = computeTwoReadings({ trigger: '2026-09-25', length: 3 }, calendar)
  expect(both.calendarReading.dueAt).toBe('2026-09-28')
  expect(both.workdayReading.dueAt).toBe('2026-09-30')
  expect(both).toMatchObject({ safeBy: '2026-09-28', overdueAfter: '2026-09-30' })
})

test('T-12: when no working day lies inside the period the natural end is shown, never a day before the trigger', () => {
  expect(compute({ trigger: '2026-10-01', length: 3, unit: 'day', roll: true }, calendar)).toMatchObject({
    naturalEnd: '2026-10-04',
    dueAt: '2026-10-08',
    safeBy: '2026-10-04',
  })
  expect(compute({ trigger: '2026-09-30', length: 3, unit: 'day', roll: true }, calendar).safeBy).toBe('2026-10-03')
})

test('T-13: at least N days before: counted back, the event day left out, and moved earlier over rest days', () => {
  const latest = computeBefore({ event: '2026-10-15', length: 10, unit: 'day' }, calendar)
  expect(latest).toMatchObject({ naturalDay: '2026-10-05', latestDay: '2026-09-30', provisional: false })
  expect(latest.trace.movedOver).toEqual([{ from: '2026-10-01', to: '2026-10-05', days: 5, name: '国庆节' }])
  expect(computeBefore({ event: '2026-04-02', length: 30, unit: 'day' }, calendar).latestDay).toBe('2026-03-03')
  expect(computeBefore({ event: '2026-10-09', length: 2, unit: 'workday' }, calendar).latestDay).toBe('2026-09-30')
  expect(computeBefore({ event: '2026-12-31', length: 3, unit: 'month' }, calendar).latestDay).toBe('2026-09-30')
  expect(computeBefore({ event: '2026-03-10', length: 1, unit: 'year' }, calendar).latestDay).toBe('2025-03-10')
})

test('T-13, X18: thirty full days before 2 April is 2 March', () => {
  expect(computeBefore({ event: '2026-04-02', length: 30, unit: 'day', clearDays: true }, calendar).latestDay).toBe(
    '2026-03-02',
  )
})

test('T-14: hours run through nights, weekends and year ends and are never provisional', () => {
  const deadline = compute({ trigger: '2026-12-31T23:00:00+08:00', length: 24, unit: 'hour', roll: true }, calendar)
  expect(deadline).toMatchObject({ dueAt: '2027-01-01T23:00:00+08:00', provisional: false })
  expect(isInTime({ arrived: '2027-01-01T15:00:00Z' }, deadline.dueAt)).toBe(true)
  expect(isInTime({ arrived: '2027-01-01T15:00:00.001Z' }, deadline.dueAt)).toBe(false)
  expect(() => isInTime({ arrived: '2027-01-01' }, deadline.dueAt)).toThrow(RangeError)
  expect(passedAt(deadline.dueAt).toISOString()).toBe('2027-01-01T15:00:00.000Z')
})

test('T-15: reminders stand at half, four fifths, three and one working days before, on the day and after it', () => {
  expect(remindersOf({ trigger: '2026-08-03', dueAt: '2026-10-08' }, calendar)).toEqual([
    { day: '2026-09-05', mark: 'half' },
    { day: '2026-09-25', mark: 'four_fifths' },
    { day: '2026-09-28', mark: 'three_workdays_before' },
    { day: '2026-09-30', mark: 'one_workday_before', raiseTo: 'supervisor' },
    { day: '2026-10-08', mark: 'due_day' },
    { day: '2026-10-09', mark: 'one_workday_after', raiseTo: 'one_level_up' },
  ])
})

test('T-15: a short period sends one reminder a day at most, and none before it began', () => {
  expect(remindersOf({ trigger: '2026-03-09', dueAt: '2026-03-11' }, calendar)).toEqual([
    { day: '2026-03-10', mark: 'one_workday_before', raiseTo: 'supervisor' },
    { day: '2026-03-11', mark: 'due_day' },
    { day: '2026-03-12', mark: 'one_workday_after', raiseTo: 'one_level_up' },
  ])
})

test('T-15: a deadline of the next working day is not raised on the day it began', () => {
  expect(
    remindersOf({ trigger: '2026-03-10', dueAt: '2026-03-11' }, calendar).map((reminder) => reminder.mark),
  ).toEqual(['due_day', 'one_workday_after'])
})

test('T-16: extensions add to the period from the same trigger and stand in the trace', () => {
  const deadline = compute(
    { trigger: '2026-03-02', length: 5, unit: 'workday', roll: false, extensions: [2, 3] },
    calendar,
  )
  expect(deadline.dueAt).toBe('2026-03-16')
  expect(deadline.trace).toMatchObject({ length: 5, extensions: [2, 3], counted: 10 })
})

test('T-CAL-06: a deadline that rests on a provisional year says so, one that does not is final', () => {
  const working = (trigger: string) => compute({ trigger, length: 3, unit: 'workday', roll: false }, calendar)
  expect(working('2026-12-28').provisional).toBe(false)
  expect(working('2026-12-29').provisional).toBe(true)
  expect(compute({ trigger: '2023-12-27', length: 5, unit: 'workday', roll: false }, calendar)).toMatchObject({
    dueAt: '2024-01-04',
    provisional: true,
  })
  expect(working('2026-12-29').trace.provisionalYears).toEqual([2027])
  expect(compute({ trigger: '2025-06-01', length: 2, unit: 'year', roll: true }, calendar).provisional).toBe(true)
  expect(compute({ trigger: '2023-06-01', length: 2, unit: 'year', roll: true }, calendar).provisional).toBe(false)
  expect(computeBefore({ event: '2027-01-10', length: 5, unit: 'workday' }, calendar).provisional).toBe(true)
})

test('what cannot be computed is refused', () => {
  const period = { trigger: '2026-03-10', length: 1, unit: 'day', roll: true } as const
  for (const length of [0, -1, 1.5, Number.NaN])
    expect(() => compute({ ...period, length }, calendar)).toThrow(RangeError)
  expect(() => compute({ ...period, extensions: [0] }, calendar)).toThrow(RangeError)
  expect(() => compute({ ...period, trigger: '2026-02-30' }, calendar)).toThrow(RangeError)
  expect(() => compute({ ...period, trigger: '2026-03-10T10:00:00' }, calendar)).toThrow(RangeError)
  expect(() => compute({ ...period, unit: 'hour' }, calendar)).toThrow(RangeError)
  expect(() => compute({ ...period, length: 100_000 }, calendar)).toThrow(RangeError)
  expect(() => compute({ ...period, pauses: [{ from: '2026-03-12', to: '2026-03-11' }] }, calendar)).toThrow(RangeError)
  const hours = { trigger: '2026-03-10T10:00:00Z', length: 1, unit: 'hour', roll: false } as const
  expect(() => compute({ ...hours, pauses: [{ from: '2026-03-12', to: '2026-03-12' }] }, calendar)).toThrow(RangeError)
  expect(() => remainingAfter('2026-03-10', hours, calendar)).toThrow(RangeError)
})
