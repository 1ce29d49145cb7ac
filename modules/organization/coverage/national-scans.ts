import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'

/*
 * Statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** The cells that hold employers: each is checked by itself. */
export async function cellsWithEmployers(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('organization.employer'))
  return rows.map((row) => row.cell)
}
