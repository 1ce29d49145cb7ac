import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsWithCounts, wrongSums } from './national-scans.ts'
import { type Stand, stands } from './rules.ts'

const atOnce = 1_000
/** A correction climbs one level a round; no union stands deeper. */
const roundsAtMost = 20

/**
 * Lets the counts of every union be its own and those below it, added up. What is wrong is corrected by the difference,
 * so that a fold that runs meanwhile loses nothing.
 *
 * @returns how many unions were put right
 */
export async function mendSums(pool: Pool, now: Date): Promise<number> {
  const mended = new Set<string>()
  for (let round = 0; round < roundsAtMost; round++) {
    let found = 0
    for (const cell of await inTransaction(pool, undefined, cellsWithCounts, 'read only')) {
      const wrong = await mendCell(pool, cell, now)
      for (const unit of wrong) mended.add(unit)
      found += wrong.length
    }
    if (found === 0) return mended.size
  }
  throw new Error('the figures do not come to rest')
}

async function mendCell(pool: Pool, cell: number, now: Date): Promise<string[]> {
  return inTransaction(pool, undefined, async (tx) => {
    const wrong = await wrongSums(tx, cell, atOnce)
    if (wrong.length === 0) return []
    const column = (stand: Stand) => wrong.map(({ sum, says }) => sum[stand] - says[stand])
    await tx.run(
      `update insight.unit_count c set on_roll = c.on_roll + w.on_roll, provisional = c.provisional + w.provisional,
         claimed = c.claimed + w.claimed, affirmed = c.affirmed + w.affirmed, changed_at = $7
       from unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[]) as w (unit, on_roll, provisional, claimed, affirmed)
       where c.cell_id = $1 and c.unit_id = w.unit`,
      [cell, wrong.map(({ unit }) => unit), ...stands.map(column), now],
    )
    return wrong.map(({ unit }) => unit)
  })
}
