import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { mendOnce } from './mend-cell.ts'
import { cellsWithCounts } from './national-scans.ts'

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
      const wrong = await inTransaction(pool, undefined, (tx) => mendOnce(tx, cell, now))
      for (const unit of wrong) mended.add(unit)
      found += wrong.length
    }
    if (found === 0) return mended.size
  }
  throw new Error('the figures do not come to rest')
}
