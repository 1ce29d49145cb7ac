import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmallCells, type ShownRow } from './small-cells.ts'

test('the rulebook’s own table: 3 is hidden, and 27 with it, so that 3 cannot be worked out (8.3)', () => {
  expect(hideSmallCells([3, 27, 70], 10)).toEqual({ cells: ['small', 'hidden', 70], total: 100 })
})

test('figures that are none, or large enough, are shown as they are', () => {
  expect(hideSmallCells([0, 10, 250], 10)).toEqual({ cells: [0, 10, 250], total: 260 })
})

test('small ones that their sum would betray take another one, or the total, with them', () => {
  expect(hideSmallCells([1, 1, 40], 10)).toEqual({ cells: ['small', 'small', 'hidden'], total: 42 })
  expect(hideSmallCells([9, 9], 10)).toEqual({ cells: ['small', 'small'], total: 'hidden' })
  expect(hideSmallCells([4], 10)).toEqual({ cells: ['small'], total: 'hidden' })
  expect(hideSmallCells([1, 10], 10)).toEqual({ cells: ['small', 10], total: 'hidden' })
})

/** Every row of figures that would be shown so, by the rule's own words: what a reader can think of. */
function* thinkable({ cells, total }: ShownRow, min: number, most: number): Generator<number[]> {
  const open = cells.map((cell) =>
    typeof cell === 'number'
      ? [cell]
      : cell === 'small'
        ? Array.from({ length: min - 1 }, (_, index) => index + 1)
        : Array.from({ length: most - min + 1 }, (_, index) => index + min),
  )
  function* rest(index: number, so: number[], sum: number): Generator<number[]> {
    if (index === open.length) {
      if (total === 'hidden' || sum === total) yield so
      return
    }
    for (const value of open[index] ?? []) {
      if (total !== 'hidden' && sum + value > total) continue
      yield* rest(index + 1, [...so, value], sum + value)
    }
  }
  yield* rest(0, [], 0)
}

test('no hidden figure can be worked out: each could be at least two numbers (G-03)', () => {
  const min = 4
  const most = 12
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 5 }), (cells) => {
      const row = hideSmallCells(cells, min)
      const seen = cells.map(() => new Set<number>())
      for (const one of thinkable(row, min, most * 3))
        for (const [index, value] of one.entries()) seen[index]?.add(value)
      for (const [index, cell] of row.cells.entries()) {
        expect(seen[index]?.has(cells[index] ?? -1)).toBe(true)
        if (typeof cell === 'number') expect(cell).toBe(cells[index])
        else expect(seen[index]?.size).toBeGreaterThan(1)
        const real = cells[index] ?? 0
        if (real >= 1 && real < min) expect(cell).toBe('small')
      }
    }),
    { numRuns: 500 },
  )
})
