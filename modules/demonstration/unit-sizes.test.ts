import { expect, test } from 'vitest'
import { randomOf } from './random.ts'
import { unitSizes } from './unit-sizes.ts'

test('sizes add up exactly and stay between 8 and 1,500, for any total that fits', () => {
  for (const [units, total] of [
    [300, 20_000],
    [300, 2400],
    [10, 15_000],
    [1, 8],
    [2000, 100_000],
  ] as const) {
    const sizes = unitSizes(randomOf(3, 'sizes'), Array(units).fill(1), total)

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1500)
  }
})

test('few unions are large and most are small', () => {
  const sizes = unitSizes(randomOf(3, 'sizes'), Array(300).fill(1), 20_000).toSorted((a, b) => a - b)

  expect(sizes[150]).toBeLessThan(50)
  expect(sizes[299]).toBeGreaterThan(400)
})

test('a total that cannot be reached is refused', () => {
  expect(() => unitSizes(randomOf(3, 'sizes'), [1, 1], 15)).toThrow(RangeError)
  expect(() => unitSizes(randomOf(3, 'sizes'), [1, 1], 3001)).toThrow(RangeError)
})
