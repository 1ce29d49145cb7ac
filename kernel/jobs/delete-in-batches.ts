import type { Pool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'

const batch = 1_000

/**
 * Deletes what a statement finds, a thousand rows a transaction, so that nobody waits long for a row.
 *
 * @param statement deletes at most as many rows as its last parameter says
 * @returns how many rows went
 */
export async function deleteInBatches(
  pool: Pool,
  statement: string,
  values: readonly unknown[],
  signal: AbortSignal,
): Promise<number> {
  for (let all = 0; ; ) {
    signal.throwIfAborted()
    const gone = await inTransaction(pool, undefined, (tx) => tx.run(statement, [...values, batch]))
    all += gone
    if (gone < batch) return all
  }
}
