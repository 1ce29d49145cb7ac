import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** The cells in which members have signed in. Walks the key from cell to cell, not over its rows. */
export async function cellsWithSessions(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(
    `with recursive found as (
       select min(cell_id) as cell from people.session
       union all
       select (select min(s.cell_id) from people.session s where s.cell_id > found.cell) from found where found.cell is not null
     )
     select cell from found where cell is not null order by cell`,
  )
  return rows.map((row) => row.cell)
}
