/** A figure as it is shown: itself, `<min` for a small one, or hidden so that a small one cannot be worked out. */
export type ShownCell = number | 'small' | 'hidden'

/** A row of figures as it is shown. */
export type ShownRow = { readonly cells: readonly ShownCell[]; readonly total: number | 'hidden' }

/**
 * Hides small figures of a row with its total, and as many others as it takes that no hidden one can be worked out from
 * the rest, by somebody who knows this rule too.
 *
 * Hidden first is the smallest figure that is not small; where all figures together leave no doubt, the total is hidden
 * instead.
 *
 * @param cells counts, ≥ 0, at least one
 * @param min figures from 1 to `min - 1` are small; 2 or more
 * @see rulebook G-03, section 8.3
 */
export function hideSmallCells(cells: readonly number[], min: number): ShownRow {
  const total = cells.reduce((sum, cell) => sum + cell, 0)
  const shown = cells.map((cell): ShownCell => (cell >= 1 && cell < min ? 'small' : cell))
  if (!shown.includes('small')) return { cells: shown, total }
  const others = cells
    .map((cell, index) => ({ cell, index }))
    .filter(({ cell }) => cell >= min)
    .sort((one, other) => one.cell - other.cell || one.index - other.index)
  for (;;) {
    if (leavesDoubt(cells, shown, min)) return { cells: shown, total }
    const next = others.shift()
    if (!next) break
    shown[next.index] = 'hidden'
  }
  return { cells: cells.map((cell) => (cell >= 1 && cell < min ? 'small' : cell)), total: 'hidden' }
}

/** Tells whether each hidden figure could be at least two numbers, for all that is shown and the rule itself say. */
function leavesDoubt(cells: readonly number[], shown: readonly ShownCell[], min: number): boolean {
  const sum = cells.reduce((left, cell, index) => (typeof shown[index] === 'number' ? left : left + cell), 0)
  const small = shown.filter((cell) => cell === 'small').length
  const hidden = shown.filter((cell) => cell === 'hidden').length
  const least = small + hidden * min
  const most = hidden > 0 ? Number.POSITIVE_INFINITY : small * (min - 1)
  // One more than the least that all the others can be, and one less than the most: then each has room to move.
  const smallCanMove = small === 0 || (small === 1 && hidden === 0 ? false : sum > least && sum < most)
  return smallCanMove && !(hidden === 1 && small === 0)
}
