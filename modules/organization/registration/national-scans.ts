import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'

/*
 * Statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** The cells of a range that hold certificates, from a cell on: each is walked by itself, and the others are not asked. */
export async function cellsWithCertificates(tx: Tx, range: PlaceRange, from: number): Promise<number[]> {
  if (range.cellLo === range.cellHi) return [range.cellLo]
  const rows = await tx.many<{ cell: number }>(
    `with recursive cells as (
       (select cell_id from organization.certificate where cell_id >= $1 and cell_id <= $2 order by cell_id limit 1)
       union all
       select (select c.cell_id from organization.certificate c where c.cell_id > cells.cell_id and c.cell_id <= $2 order by c.cell_id limit 1)
       from cells where cells.cell_id is not null
     ) select cell_id as cell from cells where cell_id is not null`,
    [from, range.cellHi],
  )
  return rows.map((row) => row.cell)
}
