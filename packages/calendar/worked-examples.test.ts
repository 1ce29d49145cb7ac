import { expect, test } from 'vitest'
import { addDays, toDayNumber, weekdayOf } from './civil-day.ts'
import { compute } from './compute.ts'
import { officialCalendar } from './make-calendar.ts'
import { computeTwoReadings } from './two-readings.ts'

const calendar = officialCalendar()

function days(trigger: string, length: number, roll = true, extensions: number[] = []) {
  return compute({ trigger, length, unit: 'day', roll, extensions }, calendar)
}

function workdays(trigger: string, length: number) {
  return compute({ trigger, length, unit: 'workday', roll: false }, calendar)
}

function weekday(day: string): string {
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekdayOf(toDayNumber(day))] ?? ''
}

test('X1: 15 days that end on a National Day holiday roll to 8 October, and are safe by 30 September', () => {
  expect(weekday('2026-09-18')).toBe('Fri')
  expect(days('2026-09-18', 15)).toMatchObject({
    naturalEnd: '2026-10-03',
    dueAt: '2026-10-08',
    safeBy: '2026-09-30',
    provisional: false,
  })
})

test('X2: nine holiday days inside 15 calendar days are counted', () => {
  const deadline = days('2026-02-10', 15, false)
  expect(deadline).toMatchObject({ naturalEnd: '2026-02-25', dueAt: '2026-02-25', safeBy: '2026-02-25' })
  expect(deadline.trace).toMatchObject({ counted: 15, restDaysCounted: 9, skipped: [] })
})

test('X3: 15 working days over the Spring Festival, two make-up Saturdays among them', () => {
  const deadline = workdays('2026-02-09', 15)
  expect(deadline).toMatchObject({ naturalEnd: '2026-03-06', dueAt: '2026-03-06', safeBy: '2026-03-06' })
  expect(deadline.trace).toMatchObject({
    counted: 15,
    makeUpDays: ['2026-02-14', '2026-02-28'],
    skipped: [
      { from: '2026-02-15', to: '2026-02-23', days: 9, name: '春节' },
      { from: '2026-03-01', to: '2026-03-01', days: 1 },
    ],
  })
})

test('X4: 60 days that end on 2 October roll to 8 October', () => {
  expect(days('2026-08-03', 60)).toMatchObject({ naturalEnd: '2026-10-02', dueAt: '2026-10-08', safeBy: '2026-09-30' })
})

test('X5: an extension by 30 days counts on from the trigger, not from the rolled due day', () => {
  expect(days('2026-08-03', 60, true, [30])).toMatchObject({
    naturalEnd: '2026-11-01',
    dueAt: '2026-11-02',
    safeBy: '2026-10-30',
  })
})

test('X6: seven days under both readings: shown as 7 May, overdue only after 13 May', () => {
  const both = computeTwoReadings({ trigger: '2026-04-30', length: 7 }, calendar)
  expect(both.calendarReading.dueAt).toBe('2026-05-07')
  expect(both.workdayReading.dueAt).toBe('2026-05-13')
  expect(both).toMatchObject({ safeBy: '2026-05-07', overdueAfter: '2026-05-13', provisional: false })
})

test('X7: ten days from a signature end on a holiday Sunday and roll to 9 October 2025', () => {
  expect(days('2025-09-25', 10)).toMatchObject({ naturalEnd: '2025-10-05', dueAt: '2025-10-09', safeBy: '2025-09-30' })
})

test('X8: 15 days without objection, in force from the day after', () => {
  const { naturalEnd } = days('2025-10-09', 15)
  expect(naturalEnd).toBe('2025-10-24')
  expect(weekday(naturalEnd)).toBe('Fri')
  expect(addDays(naturalEnd, 1)).toBe('2025-10-25')
})

test('X9: an end on a make-up working Saturday does not roll', () => {
  expect(days('2026-01-30', 15)).toMatchObject({ naturalEnd: '2026-02-14', dueAt: '2026-02-14', safeBy: '2026-02-14' })
})

test('X10: an end in the Spring Festival rolls, and is safe by the make-up Saturday before it', () => {
  expect(days('2026-01-20', 30)).toMatchObject({ naturalEnd: '2026-02-19', dueAt: '2026-02-24', safeBy: '2026-02-14' })
})

test('X11: a public notice of five working days ends at 24:00 of 8 May', () => {
  const deadline = workdays('2026-04-28', 5)
  expect(deadline.dueAt).toBe('2026-05-08')
  expect(deadline.trace.skipped).toEqual([{ from: '2026-05-01', to: '2026-05-05', days: 5, name: '劳动节' }])
})

test('X12: 45 days roll to 8 October, and extended by 15 to 19 October', () => {
  expect(days('2026-08-20', 45)).toMatchObject({ naturalEnd: '2026-10-04', dueAt: '2026-10-08' })
  expect(days('2026-08-20', 45, true, [15])).toMatchObject({ dueAt: '2026-10-19' })
})

test('X13: one year ends on the corresponding day', () => {
  expect(compute({ trigger: '2025-03-31', length: 1, unit: 'year', roll: true }, calendar)).toMatchObject({
    naturalEnd: '2026-03-31',
    dueAt: '2026-03-31',
    safeBy: '2026-03-31',
  })
})

test('X14: without a corresponding day a year ends on the last day of the month', () => {
  expect(compute({ trigger: '2024-02-29', length: 1, unit: 'year', roll: true }, calendar)).toMatchObject({
    naturalEnd: '2025-02-28',
    dueAt: '2025-02-28',
    safeBy: '2025-02-28',
  })
})

test('X15: 15 days that end on the last day of the Spring Festival holiday', () => {
  expect(days('2025-01-20', 15)).toMatchObject({ naturalEnd: '2025-02-04', dueAt: '2025-02-05', safeBy: '2025-01-27' })
})

test('X16: five working days with a make-up Sunday end on that Sunday', () => {
  expect(workdays('2025-01-20', 5)).toMatchObject({ dueAt: '2025-01-26', safeBy: '2025-01-26' })
})

test('X17: twenty days that end in the Labour Day holiday', () => {
  expect(days('2026-04-13', 20)).toMatchObject({ naturalEnd: '2026-05-03', dueAt: '2026-05-06', safeBy: '2026-04-30' })
})

test('X18: thirty full days after the notice, the plan may be carried out from the day after', () => {
  const { naturalEnd } = days('2026-03-02', 30, false)
  expect(naturalEnd).toBe('2026-04-01')
  expect(addDays(naturalEnd, 1)).toBe('2026-04-02')
})

test('X19: ten working days over Mid-Autumn and National Day end on 8 October', () => {
  expect(workdays('2026-09-17', 10).dueAt).toBe('2026-10-08')
})

test('X20: four hours run through the night of a holiday', () => {
  const deadline = compute({ trigger: '2026-10-01T22:30:00+08:00', length: 4, unit: 'hour', roll: false }, calendar)
  expect(deadline).toMatchObject({
    naturalEnd: '2026-10-02T02:30:00+08:00',
    dueAt: '2026-10-02T02:30:00+08:00',
    safeBy: '2026-10-02T02:30:00+08:00',
    provisional: false,
  })
})

test('X21: five days under both readings, overdue only after the make-up Saturday 10 October', () => {
  const both = computeTwoReadings({ trigger: '2026-09-28', length: 5 }, calendar)
  expect(both.calendarReading).toMatchObject({ naturalEnd: '2026-10-03', dueAt: '2026-10-08' })
  expect(both.workdayReading.dueAt).toBe('2026-10-10')
  expect(both.overdueAfter).toBe('2026-10-10')
})

test('X22: sixty working days of an inspection', () => {
  const deadline = workdays('2026-08-31', 60)
  expect(deadline.dueAt).toBe('2026-11-27')
  expect(weekday(deadline.dueAt)).toBe('Fri')
})
