import type { Pool } from '../database/connect.ts'
import { inTransaction, type Tx } from '../database/tx.ts'
import { cellsBetween } from '../shared/place.ts'

/**
 * Reads one whole cell on behalf of the network itself: to see whether there is work before a command does it, to count,
 * to check. Nothing of it reaches a person but by a command.
 */
export async function readCell<T>(pool: Pool, cell: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, cellsBetween(cell, cell), work, 'read only')
}
