import { expect, test } from 'vitest'
import { decisionFault, firstDay, madeAfter } from './decision-day.ts'

const opened = ['2026-03-04T17:00:00Z', '2026-03-08T02:00:00Z']

test('MEM-11: a decision lies neither in the future nor before the application', () => {
  expect(decisionFault('2026-03-09', '2026-03-09', opened)).toBe(null)
  expect(decisionFault('2026-03-10', '2026-03-09', opened)).toBe('future')
  expect(decisionFault('2026-03-04', '2026-03-09', opened)).toBe('before_application')
  expect(decisionFault(null, '2026-03-09', opened)).toBe('missing')
})

test("an application's day is the day in China, wherever the computer stands", () => {
  expect(firstDay(opened)).toBe('2026-03-05')
})

test('in bulk, those made after the decision are counted beforehand', () => {
  expect(madeAfter('2026-03-05', opened)).toBe(1)
  expect(madeAfter('2026-03-08', opened)).toBe(0)
})
