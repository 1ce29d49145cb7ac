import { expect, test } from 'vitest'
import { ageOn, isCivilDay } from './civil-date.ts'

test('only days that exist are civil days', () => {
  expect(isCivilDay('1992-02-29')).toBe(true)
  expect(isCivilDay('2000-02-29')).toBe(true)
  expect(isCivilDay('1900-02-29')).toBe(false)
  expect(isCivilDay('2026-04-31')).toBe(false)
  expect(isCivilDay('2026-13-01')).toBe(false)
  expect(isCivilDay('2026-00-10')).toBe(false)
  expect(isCivilDay('2026-1-01')).toBe(false)
})

test('a year of age is complete on the birthday, and for 29 February on 1 March of a common year', () => {
  expect(ageOn('2010-05-10', '2026-05-09')).toBe(15)
  expect(ageOn('2010-05-10', '2026-05-10')).toBe(16)
  expect(ageOn('2004-02-29', '2020-02-29')).toBe(16)
  expect(ageOn('2004-02-29', '2021-02-28')).toBe(16)
  expect(ageOn('2004-02-29', '2021-03-01')).toBe(17)
})

test('an age of something that is no day is a mistake', () => {
  expect(() => ageOn('1990-02-30', '2026-01-01')).toThrow(RangeError)
})
