import { expect, test } from 'vitest'
import { ringShare, secondsLeft } from './ring.ts'

test('the ring is whole at the start of a minute and never quite gone', () => {
  const minute = Date.parse('2026-03-05T08:30:00Z')
  expect([secondsLeft(minute), ringShare(minute)]).toEqual([60, 1])
  expect(secondsLeft(minute + 30_999)).toBe(30)
  expect(secondsLeft(minute + 59_999)).toBe(1)
  expect(ringShare(minute + 59_999)).toBeGreaterThan(0)
  expect(secondsLeft(minute + 60_000)).toBe(60)
})
