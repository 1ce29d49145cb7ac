import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

const cellsAPage = 400

/**
 * The cells of a range that have facts, from one cell on: the lease table has one small row a cell, so a list walks over
 * cells that hold somebody and skips the empty ones. A range of one cell asks nothing.
 */
export async function cellsToWalk(tx: Tx, range: PlaceRange, from: number): Promise<number[]> {
  if (range.cellLo === range.cellHi) return [range.cellLo]
  const rows = await tx.many<{ cell: number }>(
    'select cell_id as cell from kernel.fact_lease where cell_id between $1 and $2 and cell_id >= $3 order by cell_id limit $4',
    [range.cellLo, range.cellHi, from, cellsAPage],
  )
  return rows.map((row) => row.cell)
}

/** The cells that hold somebody on the roll, as far as the scope goes: each is checked by itself. */
export async function cellsWithMembers(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('membership.membership'))
  return rows.map((row) => row.cell)
}
