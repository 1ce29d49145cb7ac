import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import { ownCounts } from './own-counts.ts'
import { type Delta, deltasByUnit, isNone, minus, none, plus } from './rules.ts'
import { applyDeltas } from './unit-count.ts'

const batch = 20_000

/**
 * Recounts one cell from its first fact and puts right what differs, while the figures stay readable: the difference is
 * added up the tree like any other change.
 *
 * @returns the units whose own counts were wrong
 */
export async function rebuildCell(pool: Pool, cell: number, now: Date): Promise<string[]> {
  return inTransaction(pool, undefined, async (tx) => {
    const mark = await tx.maybe<{ number: number }>(
      'select number from kernel.consumer where cell_id = $1 and name = $2 for update',
      [cell, 'insight.unit_count'],
    )
    const truth = new Map<string, Delta>()
    for (let from = 0; mark; ) {
      const facts = await tx.many<NumberedFact>(
        'select number, name, body, at from kernel.fact where cell_id = $1 and number > $2 and number <= $3 order by number limit $4',
        [cell, from, mark.number, batch],
      )
      for (const [unit, delta] of deltasByUnit(facts)) truth.set(unit, plus(truth.get(unit) ?? none, delta))
      const last = facts.at(-1)
      if (!last || facts.length < batch) break
      from = last.number
    }
    const kept = await ownCounts(tx, cell)
    for (const { unit, ...count } of kept) truth.set(unit, minus(truth.get(unit) ?? none, count))
    const wrong = new Map([...truth].filter(([, delta]) => !isNone(delta)))
    if (wrong.size > 0) await applyDeltas(tx, cell, wrong, now)
    return [...wrong.keys()]
  })
}
