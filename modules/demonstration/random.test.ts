import { expect, test } from 'vitest'
import { randomOf, weighted } from './random.ts'

test('a seed and a purpose give the same numbers each time, and other ones otherwise', () => {
  const draw = (seed: number, purpose: string) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(randomOf(seed, purpose)),
    )

  expect(draw(7, 'names')).toEqual(draw(7, 'names'))
  expect(draw(7, 'names')).not.toEqual(draw(8, 'names'))
  expect(draw(7, 'names')).not.toEqual(draw(7, 'sizes'))
})

test('numbers spread evenly and stay inside their bounds', () => {
  const random = randomOf(1, 'even')
  const draws = Array.from({ length: 60_000 }, () => random.between(0, 5))
  const counts = Array.from({ length: 6 }, (_, value) => draws.filter((draw) => draw === value).length)

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60_000)
  expect(Math.min(...counts)).toBeGreaterThan(9700)
  expect(Math.max(...counts)).toBeLessThan(10_300)
})

test('normal numbers have mean 0 and spread 1', () => {
  const random = randomOf(1, 'normal')
  const draws = Array.from({ length: 40_000 }, () => random.normal())
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length

  expect(mean).toBeCloseTo(0, 1)
  expect(variance).toBeCloseTo(1, 1)
})

test('a weight of three is picked three times as often as a weight of one', () => {
  const random = randomOf(1, 'weights')
  const pick = weighted([
    ['often', 3],
    ['seldom', 1],
  ])
  const often = Array.from({ length: 40_000 }, () => pick(random)).filter((value) => value === 'often').length

  expect(often / 40_000).toBeCloseTo(0.75, 1)
})

test('picking from nothing is a mistake', () => {
  expect(() => randomOf(1, 'none').pick([])).toThrow(RangeError)
})
