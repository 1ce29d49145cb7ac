import { expect, test } from 'vitest'
import { dayBefore, readAsOf } from './as-of.ts'

test('a past day of an address is read with whose knowledge is asked for', () => {
  expect(readAsOf({ on: '2026-03-02', known: 'now' })).toEqual({ on: '2026-03-02', known: 'now' })
  expect(readAsOf({ on: '2026-03-02', known: 'else' })).toEqual({ on: '2026-03-02', known: undefined })
})

test('whatever is no past day asks for today', () => {
  for (const on of [undefined, '', 'yesterday', '2026-13-40', '2999-01-01', 20260302])
    expect(readAsOf({ on })).toEqual({})
})

test('the day before is the day before, over months and leap years', () => {
  expect(['2026-03-01', '2024-03-01', '2026-01-01'].map(dayBefore)).toEqual(['2026-02-28', '2024-02-29', '2025-12-31'])
})
