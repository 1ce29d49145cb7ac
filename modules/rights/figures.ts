import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { coversRange, type PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { findOpenUnit, type OpenUnit, rangeOfUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { AskFigures } from './contract.ts'
import { standings } from './contract.ts'
import { asksOfPlaces, pilesIn } from './national-scans.ts'
import { percentile, quarterBounds, shownTotal, smallestShown, suppressed } from './rules.ts'

const childrenAtMost = 500

/** The unions directly below one, in tree order. */
async function childrenOf(tx: Tx, unit: OpenUnit): Promise<OpenUnit[]> {
  return tx.many<OpenUnit>(
    `select u.id, u.name, u.short_name, u.level, u.cell_id, u.path from organization.open_unit u
     where u.parent_id = $1 and u.state <> 'closed' order by u.parent_id, u.cell_id, u.path limit $2`,
    [unit.id, childrenAtMost],
  )
}

/** Asks of a place by the places below it, and what was asked of the union itself, last. */
async function byPlace(tx: Tx, unit: OpenUnit, from: string, until: string) {
  const children = await childrenOf(tx, unit)
  const below = await asksOfPlaces(tx, children.map(rangeOfUnit), from, until)
  const [total = 0] = await asksOfPlaces(tx, [rangeOfUnit(unit)], from, until)
  const own = total - below.reduce((sum, asks) => sum + asks, 0)
  return { children, counts: [...below, own], total }
}

/**
 * Whether a place's total may be shown to whoever covers these ranges: it is large enough, and in no table of a place above
 * that they can open is it hidden, not even to keep another hidden.
 *
 * @see G-03: complementary suppression holds over all pages together
 */
async function isShown(
  tx: Tx,
  unit: OpenUnit,
  ranges: readonly PlaceRange[],
  from: string,
  until: string,
): Promise<boolean> {
  for (let below = unit; below.parent_id !== null; ) {
    const upper = await findOpenUnit(tx, below.parent_id)
    if (!upper || !ranges.some((range) => coversRange(range, rangeOfUnit(upper)))) return true
    const { children, counts } = await byPlace(tx, upper, from, until)
    const place = children.findIndex(({ id }) => id === below.id)
    if (place < 0 || suppressed(counts)[place] === null) return false
    below = upper
  }
  return true
}

/** The figures of a place in a quarter, as whoever covers these ranges may see them. */
export async function askFigures(
  tx: Tx,
  unit: OpenUnit,
  quarter: string,
  ranges: readonly PlaceRange[],
  now: Date,
): Promise<AskFigures> {
  const { from, until } = quarterBounds(quarter)
  const { children, counts, total } = await byPlace(tx, unit, from, until)
  const piles = await pilesIn(tx, { range: rangeOfUnit(unit), from, until })
  const shown = shownTotal(total) !== null && (await isShown(tx, unit, ranges, from, until))
  const hide = (values: readonly number[]) =>
    shown ? suppressed(values) : values.map((value) => (value === 0 ? 0 : null))

  const topics = [...Map.groupBy(piles, ({ topic }) => topic)].map(([topic, some]) => ({ topic, asks: sumOf(some) }))
  const outcomes = standings.map((standing) => ({
    standing,
    asks: sumOf(piles.filter((pile) => pile.standing === standing)),
  }))
  const answered = piles.filter(({ days }) => days >= 0)
  const weights = answered.map(({ days, asks }) => ({ value: days, times: asks }))
  const p50 = percentile(weights, 50)
  const p90 = percentile(weights, 90)
  const enough = shown && sumOf(answered) >= smallestShown
  const hiddenTopics = hide(topics.map(({ asks }) => asks))
  const hiddenOutcomes = hide(outcomes.map(({ asks }) => asks))
  const hiddenPlaces = hide(counts)
  return {
    unit: unitNameOf(unit),
    quarter,
    total: shown || total === 0 ? total : null,
    days: enough && p50 !== undefined && p90 !== undefined ? { p50, p90 } : null,
    topics: topics.map(({ topic }, index) => ({ topic, asks: hiddenTopics[index] ?? null })),
    outcomes: outcomes.map(({ standing }, index) => ({ standing, asks: hiddenOutcomes[index] ?? null })),
    places: [
      ...children.map((child, index) => ({ unit: unitNameOf(child), asks: hiddenPlaces[index] ?? null })),
      { unit: null, asks: hiddenPlaces[children.length] ?? null },
    ],
    smallest: smallestShown,
    asOf: now.toISOString(),
  }
}

function sumOf(piles: readonly { readonly asks: number }[]): number {
  return piles.reduce((sum, { asks }) => sum + asks, 0)
}
