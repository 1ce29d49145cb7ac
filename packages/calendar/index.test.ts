import { expect, test } from 'vitest'
import {
  addWorkdays,
  civilDay,
  compute,
  computeBefore,
  computeTwoReadings,
  isWorkday,
  makeCalendar,
  officialCalendar,
  passedAt,
  workdaysBetween,
} from './index.ts'

const calendar = officialCalendar()

test('the examples of the README say what happens', () => {
  expect(compute({ trigger: '2026-09-18', length: 15, unit: 'day', roll: true }, calendar)).toMatchObject({
    naturalEnd: '2026-10-03',
    dueAt: '2026-10-08',
    safeBy: '2026-09-30',
    provisional: false,
  })
  expect(isWorkday('2026-02-14', calendar)).toBe(true)
  expect(addWorkdays('2026-09-17', 10, calendar)).toBe('2026-10-08')
  expect(workdaysBetween('2025-12-31', '2026-12-31', calendar)).toBe(248)
  expect(computeTwoReadings({ trigger: '2026-04-30', length: 7 }, calendar)).toMatchObject({
    safeBy: '2026-05-07',
    overdueAfter: '2026-05-13',
  })
  expect(computeBefore({ event: '2026-10-15', length: 10, unit: 'day' }, calendar).latestDay).toBe('2026-09-30')
  expect(civilDay(new Date('2026-10-01T16:00:00Z'))).toBe('2026-10-02')
  expect(passedAt('2026-10-08')).toEqual(new Date('2026-10-08T16:00:00Z'))
})

test('the calendar of the README knows its local holiday', () => {
  const local = makeCalendar(
    [
      { day: '2027-01-01', kind: 'statutory', name: '元旦' },
      { day: '2027-04-09', kind: 'statutory', name: '三月三', region: '450000' },
    ],
    [{ year: 2027, status: 'published' }],
  )
  expect(isWorkday('2027-04-09', local)).toBe(true)
  expect(isWorkday('2027-04-09', local, '450100')).toBe(false)
})
