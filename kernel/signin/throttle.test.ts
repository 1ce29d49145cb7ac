import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { makeThrottle } from './throttle.ts'

const minute = 60_000
/** Counts tries at given minutes; gives the minutes to wait where it was refused, else "ok". */
function tries(
  throttle: ReturnType<typeof makeThrottle>,
  key: string,
  minutes: readonly number[],
): (string | number)[] {
  return minutes.map((at) => {
    try {
      throttle.count(key, at * minute)
      return 'ok'
    } catch (error) {
      if (error instanceof Refusal && error.code === 'house.too_many') return error.variables['minutes'] ?? 'unsaid'
      throw error
    }
  })
}

test('so many tries pass in a window, the next is refused and told how long to wait', () => {
  const throttle = makeThrottle('house.too_many', 3, 15 * minute)

  expect(tries(throttle, 'a', [0, 1, 2, 3, 14])).toEqual(['ok', 'ok', 'ok', 12, 1])
})

test('the window slides: a try counts until it is as old as the window', () => {
  const throttle = makeThrottle('house.too_many', 2, 10 * minute)

  expect(tries(throttle, 'a', [0, 8, 9.99, 10, 12, 18])).toEqual(['ok', 'ok', 1, 'ok', 6, 'ok'])
})

test('a refused try does not count, so that waiting helps', () => {
  const throttle = makeThrottle('house.too_many', 1, 10 * minute)

  expect(tries(throttle, 'a', [0, 1, 2, 3, 10])).toEqual(['ok', 9, 8, 7, 'ok'])
})

test('keys do not count for one another, and success forgets', () => {
  const throttle = makeThrottle('house.too_many', 1, 10 * minute)

  expect(tries(throttle, 'a', [0])).toEqual(['ok'])
  expect(tries(throttle, 'b', [0])).toEqual(['ok'])
  throttle.forget('a')
  expect(tries(throttle, 'a', [1])).toEqual(['ok'])
  expect(tries(throttle, 'b', [1])).toEqual([9])
})

test('whoever tries again and again is not pushed out by a hundred thousand others’ single tries', () => {
  const throttle = makeThrottle('house.too_many', 2, 10 * minute)
  tries(throttle, 'a', [0, 0])
  for (let other = 0; other < 99_990; other++) throttle.count(`other ${other}`, 0)

  expect(tries(throttle, 'a', [1])).toEqual([9])
})
