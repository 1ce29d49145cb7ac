import { addWorkdays, officialCalendar } from '@gongqiao/calendar'
import { expect, test } from 'vitest'
import { isGrassroots, latestDueDays } from './rules.ts'

const calendar = officialCalendar()
const rise = (rule: string, from: string) => addWorkdays(from, rule === 'RISE-FIRST' ? 1 : 5, calendar)

test('what was due on Friday rises first on Monday, the next working day (T-15)', () => {
  expect(latestDueDays(rise, '2026-03-09')[0]).toBe('2026-03-08')
  expect(latestDueDays(rise, '2026-03-08')[0]).toBe('2026-03-05')
})

test('each further level comes five working days after the one before', () => {
  const due = '2026-03-06'
  const first = rise('RISE-FIRST', due)
  const second = rise('RISE-NEXT', first)

  expect(latestDueDays(rise, first)[0]).toSatisfy((day: string) => day >= due)
  expect(latestDueDays(rise, '2026-03-13')[1]).toSatisfy((day: string) => day < due)
  expect(second).toBe('2026-03-16')
  expect(latestDueDays(rise, second)[1]).toSatisfy((day: string) => day >= due)
})

test('nothing rises over a holiday: the days of rest count for no level', () => {
  // The spring festival of 2026 rests from 15 to 23 February.
  expect(latestDueDays(rise, '2026-02-20')).toEqual(latestDueDays(rise, '2026-02-14'))
})

test('a township’s union has the terms of a grassroots one unless it is a local federation (ELE-01)', () => {
  expect(isGrassroots({ level: 'township', name: '塔石镇总工会' })).toBe(false)
  expect(isGrassroots({ level: 'township', name: '塔石镇工会联合会' })).toBe(true)
  expect(isGrassroots({ level: 'village', name: '某村工会委员会' })).toBe(true)
  expect(isGrassroots({ level: 'grassroots', name: '某公司总工会' })).toBe(true)
  expect(isGrassroots({ level: 'county', name: '龙游县总工会' })).toBe(false)
})
