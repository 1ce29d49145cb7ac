import { expect, test } from 'vitest'
import { paced } from './pace.ts'

function handClock() {
  let time = 0
  let next: { at: number; act: () => void } | null = null
  return {
    clock: {
      now: () => time,
      later: (act: () => void, ms: number) => {
        next = { at: time + ms, act }
        return 1
      },
      forget: () => {
        next = null
      },
    },
    to(ms: number) {
      time = ms
      if (next !== null && next.at <= time) {
        const { act } = next
        next = null
        act()
      }
    },
  }
}

test('the first change is told at once, a burst after it only once more, and its end is not lost', () => {
  const { clock, to } = handClock()
  let told = 0
  const pace = paced(() => told++, 1000, clock)

  pace.ask()
  expect(told).toBe(1)
  for (const ms of [100, 200, 900]) {
    to(ms)
    pace.ask()
  }
  expect(told).toBe(1)
  to(1000)
  expect(told).toBe(2)
  to(1500)
  expect(told).toBe(2)
})

test('a screen that is left is told nothing more', () => {
  const { clock, to } = handClock()
  let told = 0
  const pace = paced(() => told++, 1000, clock)
  pace.ask()
  pace.ask()
  pace.stop()
  to(5000)
  expect(told).toBe(1)
})
