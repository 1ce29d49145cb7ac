import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'

/*
 * Statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** The cells of a range that hold foundings, from a cell on: each is walked by itself, and the others are not asked. */
export async function cellsWithFoundings(tx: Tx, range: PlaceRange, from: number): Promise<number[]> {
  if (range.cellLo === range.cellHi) return [range.cellLo]
  const rows = await tx.many<{ cell: number }>(
    `with recursive cells as (
       (select cell_id from organization.founding where cell_id >= $1 and cell_id <= $2 order by cell_id limit 1)
       union all
       select (select f.cell_id from organization.founding f where f.cell_id > cells.cell_id and f.cell_id <= $2 order by f.cell_id limit 1)
       from cells where cells.cell_id is not null
     ) select cell_id as cell from cells where cell_id is not null`,
    [from, range.cellHi],
  )
  return rows.map((row) => row.cell)
}

/** The cells that hold foundings: each is checked by itself. */
export async function cellsOfFoundings(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('organization.founding'))
  return rows.map((row) => row.cell)
}

/** The cells that hold certificates: each is checked by itself. */
export async function cellsOfCertificates(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('organization.certificate'))
  return rows.map((row) => row.cell)
}
