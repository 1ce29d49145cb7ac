import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** The cells in which members have signed in: ended sessions are let go of cell by cell. */
export async function cellsWithSessions(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('people.session'))
  return rows.map((row) => row.cell)
}
