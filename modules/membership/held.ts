import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** How many people a union holds itself, confirmed and provisional apart, 人. */
export type Held = { readonly unit: string; readonly confirmed: number; readonly provisional: number }

/** Counts the rows of the roll by the union that holds them, in a cell whose scope is open. */
export async function heldByUnit(tx: Tx, cell: number): Promise<Held[]> {
  return tx.many<Held>(
    `select unit_id as unit, count(*) filter (where status in ('active', 'retained')) as confirmed,
       count(*) filter (where status = 'provisional') as provisional
     from membership.membership where cell_id = $1 and status <> 'ended' group by unit_id order by unit_id`,
    [cell],
  )
}
