import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DayRow } from './calendar-rows.ts'
import { addDays, fromDayNumber, toDayNumber } from './civil-day.ts'
import { compute } from './compute.ts'
import { computeBefore } from './compute-before.ts'
import { makeCalendar, officialCalendar } from './make-calendar.ts'
import { officialDays, officialYears } from './official-schedule.ts'
import type { Pause } from './period.ts'
import { addWorkdays, isWorkday, workdaysBetween } from './workdays.ts'

const calendar = officialCalendar()
const days = fc.integer({ min: toDayNumber('2023-06-01'), max: toDayNumber('2028-06-01') }).map(fromDayNumber)
const units = fc.constantFrom('day', 'workday', 'month', 'year')
const lengths = fc.integer({ min: 1, max: 90 })
const holidays = officialDays.filter((row) => row.kind === 'statutory' || row.kind === 'adjusted_rest')
const pauses: fc.Arbitrary<Pause[]> = fc.array(
  fc.tuple(days, fc.nat(20)).map(([from, length]) => ({ from, to: addDays(from, length) })),
  { maxLength: 3 },
)

test('a number of working days after or before any day is a working day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -200, max: 200 }), (day, count) => {
      expect(isWorkday(addWorkdays(day, count, calendar), calendar)).toBe(true)
    }),
  )
})

test('adding and counting working days undo each other', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 200 }), (day, count) => {
      expect(workdaysBetween(day, addWorkdays(day, count, calendar), calendar)).toBe(count)
    }),
  )
})

test('counted day by day the answer is the same', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
      let left = count
      let walked = day
      while (left > 0) {
        walked = addDays(walked, 1)
        if (isWorkday(walked, calendar)) left--
      }
      expect(addWorkdays(day, count, calendar)).toBe(walked)
    }),
  )
})

test('paused or not, a period counted day by day gives the same end', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('day', 'workday'),
      pauses,
      (day, length, unit, list) => {
        let left = length
        let walked = day
        while (left > 0) {
          walked = addDays(walked, 1)
          const paused = list.some((pause) => pause.from <= walked && walked <= pause.to)
          if (!paused && (unit === 'day' || isWorkday(walked, calendar))) left--
        }
        expect(compute({ trigger: day, length, unit, roll: false, pauses: list }, calendar).naturalEnd).toBe(walked)
      },
    ),
  )
})

test('a longer period never ends earlier', () => {
  fc.assert(
    fc.property(days, lengths, units, fc.boolean(), (trigger, length, unit, roll) => {
      const due = (longer: number) => compute({ trigger, length: length + longer, unit, roll }, calendar).dueAt
      expect(due(1) >= due(0)).toBe(true)
    }),
  )
})

test('a later trigger never ends earlier', () => {
  fc.assert(
    fc.property(days, lengths, units, fc.boolean(), (trigger, length, unit, roll) => {
      const due = (day: string) => compute({ trigger: day, length, unit, roll }, calendar).dueAt
      expect(due(addDays(trigger, 1)) >= due(trigger)).toBe(true)
    }),
  )
})

test('a pause never makes a due day earlier', () => {
  fc.assert(
    fc.property(days, lengths, units, pauses, (trigger, length, unit, list) => {
      const period = { trigger, length, unit, roll: true }
      expect(compute({ ...period, pauses: list }, calendar).dueAt >= compute(period, calendar).dueAt).toBe(true)
    }),
  )
})

test('removing a holiday never makes a due day later', () => {
  const without = holidays.map((holiday) =>
    makeCalendar(
      officialDays.filter((row: DayRow) => row !== holiday),
      officialYears,
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...without), days, lengths, units, (fewer, trigger, length, unit) => {
      const period = { trigger, length, unit, roll: true }
      expect(compute(period, fewer).dueAt <= compute(period, calendar).dueAt).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a due day that rolls is a working day, and the safe day lies between the trigger and the natural end', () => {
  fc.assert(
    fc.property(days, lengths, units, (trigger, length, unit) => {
      const { naturalEnd, dueAt, safeBy } = compute({ trigger, length, unit, roll: true }, calendar)
      expect(isWorkday(dueAt, calendar)).toBe(true)
      expect(trigger < safeBy && safeBy <= naturalEnd && naturalEnd <= dueAt).toBe(true)
    }),
  )
})

test('who acts by the latest day before an event leaves at least the days asked for', () => {
  fc.assert(
    fc.property(days, lengths, (event, length) => {
      const { latestDay } = computeBefore({ event, length, unit: 'day' }, calendar)
      expect(isWorkday(latestDay, calendar)).toBe(true)
      expect(toDayNumber(event) - toDayNumber(latestDay)).toBeGreaterThanOrEqual(length)
    }),
  )
})
