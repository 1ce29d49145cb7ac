import { expect, test } from 'vitest'
import { askedClocks, benchDeadlines, dueOf, ruleOfClock } from './clock.ts'
import { naiveDue } from './naive-due.ts'

test('the clock gives the day that counting day by day gives, under every rule, paused or not, by either reading', () => {
  const deadlines = benchDeadlines()
  const reference = naiveDue()
  const clocks = askedClocks(deadlines, 10_000)

  const differ = clocks.filter((clock) => {
    return dueOf(deadlines, clock) !== reference(ruleOfClock(deadlines, clock), clock.from, clock.pauses)
  })

  expect(differ).toEqual([])
  expect(new Set(clocks.map(({ rule }) => rule)).size).toBeGreaterThan(50)
})
