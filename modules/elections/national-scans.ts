import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'

/** The cells that have elections, for checks that walk them all. */
export async function cellsWithElections(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('elections.election'))
  return rows.map(({ cell }) => cell)
}
