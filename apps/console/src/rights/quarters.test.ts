import { expect, test } from 'vitest'
import { latestQuarters, quarterParts } from './quarters.ts'

test('quarters go back over the year’s end, by the day in Shanghai', () => {
  expect(latestQuarters(Date.parse('2026-03-31T15:59:00Z'), 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
  expect(latestQuarters(Date.parse('2026-03-31T16:00:00Z'), 1)).toEqual(['2026-Q2'])
  expect(quarterParts('2025-Q4')).toEqual({ year: '2025', number: '4' })
})
