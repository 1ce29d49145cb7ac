import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsWithCounts, wrongSums } from './national-scans.ts'

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
    await tx.run(
      `update insight.unit_count c set confirmed = c.confirmed + w.confirmed, provisional = c.provisional + w.provisional, changed_at = $5
       from unnest($2::uuid[], $3::int[], $4::int[]) as w (unit, confirmed, provisional)
       where c.cell_id = $1 and c.unit_id = w.unit`,
      [
        cell,
        wrong.map(({ unit }) => unit),
        wrong.map((sum) => sum.sum_confirmed - sum.confirmed),
        wrong.map((sum) => sum.sum_provisional - sum.provisional),
        now,
      ],
    )
    return wrong.map(({ unit }) => unit)
  })
}
