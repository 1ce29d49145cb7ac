import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import { type Delta, deltasByUnit } from './rules.ts'
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
      for (const [unit, delta] of deltasByUnit(facts)) {
        const sum = truth.get(unit) ?? { confirmed: 0, provisional: 0 }
        truth.set(unit, {
          confirmed: sum.confirmed + delta.confirmed,
          provisional: sum.provisional + delta.provisional,
        })
      }
      const last = facts.at(-1)
      if (!last || facts.length < batch) break
      from = last.number
    }
    const kept = await tx.many<{ unit: string; confirmed: number; provisional: number }>(
      `select unit_id as unit, own_confirmed as confirmed, own_provisional as provisional from insight.unit_count
       where cell_id = $1 and (own_confirmed <> 0 or own_provisional <> 0)`,
      [cell],
    )
    for (const { unit, confirmed, provisional } of kept) {
      const sum = truth.get(unit) ?? { confirmed: 0, provisional: 0 }
      truth.set(unit, { confirmed: sum.confirmed - confirmed, provisional: sum.provisional - provisional })
    }
    const wrong = new Map([...truth].filter(([, delta]) => delta.confirmed !== 0 || delta.provisional !== 0))
    if (wrong.size > 0) await applyDeltas(tx, cell, wrong, now)
    return [...wrong.keys()]
  })
}
