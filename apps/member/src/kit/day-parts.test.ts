import { expect, test } from 'vitest'
import { daysInMonth, isWholeDay, partsOf, toDay } from './day-parts.ts'

test('a day is taken apart and put together in any order of choosing', () => {
  expect(toDay({ year: '', month: '05', day: '' })).toBe('-05-')
  expect(partsOf('-05-')).toEqual({ year: '', month: '05', day: '' })
  expect(toDay({ ...partsOf('1990-05-'), day: '06' })).toBe('1990-05-06')
  expect(toDay({ year: '', month: '', day: '' })).toBe('')
  expect([isWholeDay('1990-05-06'), isWholeDay('1990-05-')]).toEqual([true, false])
})

test('a month offers only its own days, and a day it lacks becomes its last', () => {
  expect([daysInMonth('2023', '02'), daysInMonth('2024', '02'), daysInMonth('', '02'), daysInMonth('', '')]).toEqual([
    28, 29, 29, 31,
  ])
  expect(toDay({ year: '2023', month: '02', day: '31' })).toBe('2023-02-28')
})
