import { expect, test } from 'vitest'
import { isWorkday } from './workdays.ts'

test('a make-up Saturday is a working day and a holiday Monday is none', () => {
  expect(isWorkday('2026-02-14')).toBe(true)
  expect(isWorkday('2026-02-16')).toBe(false)
  expect(isWorkday('2026-11-20')).toBe(true)
  expect(isWorkday('2026-11-22')).toBe(false)
})
