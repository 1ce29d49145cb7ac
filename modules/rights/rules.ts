import { toDayNumber } from '@gongqiao/calendar'

/** Below so many nothing is counted aloud 小单元抑制. */
export const smallestShown = 10

/**
 * Counts as they may be shown beside their total: whatever is from 1 to 9 is hidden, and with it the next smallest ones,
 * until what is hidden cannot be worked out from the total.
 *
 * @returns null where a count is hidden; zeros are shown, since nobody is behind them
 * @see G-03, rulebook 8.3: [3, 27, 70 | 100] hides 3 and 27
 */
export function suppressed(counts: readonly number[], smallest = smallestShown): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < smallest ? [index] : [])))
  const hiddenSum = () => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0)
  const rest = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((a, b) => a.count - b.count)
  while (hidden.size > 0 && (hidden.size < 2 || hiddenSum() < smallest) && rest.length > 0) {
    const next = rest.shift()
    if (next) hidden.add(next.index)
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count))
}

/** A total as it may be shown: null from 1 to 9. */
export function shownTotal(total: number, smallest = smallestShown): number | null {
  return total > 0 && total < smallest ? null : total
}

/** So many of one value. */
export type Weighted = { readonly value: number; readonly times: number }

/**
 * The value that so many of a hundred do not exceed, by the nearest rank.
 *
 * @returns undefined of nothing
 */
export function percentile(values: readonly Weighted[], of: number): number | undefined {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const all = sorted.reduce((sum, { times }) => sum + times, 0)
  const rank = Math.ceil((of / 100) * all)
  let seen = 0
  for (const { value, times } of sorted) {
    seen += times
    if (times > 0 && seen >= Math.max(1, rank)) return value
  }
  return undefined
}

/** The first day of a quarter and the first day after it: `2026-Q1` is 2026-01-01 and 2026-04-01. */
export function quarterBounds(quarter: string): { readonly from: string; readonly until: string } {
  const year = Number(quarter.slice(0, 4))
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1
  const first = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}-01`
  return { from: first(year, month), until: month === 10 ? first(year + 1, 1) : first(year, month + 3) }
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from)
}
