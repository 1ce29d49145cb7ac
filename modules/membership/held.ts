import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** How many people a union holds itself, each figure apart, 人. */
export type Held = {
  readonly unit: string
  readonly onRoll: number
  readonly provisional: number
  readonly claimed: number
  readonly affirmed: number
}

/** Counts the rows of the roll by the union that holds them, in a cell whose scope is open. */
export async function heldByUnit(tx: Tx, cell: number): Promise<Held[]> {
  return tx.many<Held>(
    `select unit_id as unit, count(*) filter (where status <> 'provisional') as "onRoll",
       count(*) filter (where status = 'provisional') as provisional,
       count(*) filter (where status <> 'provisional' and claimed_at is not null) as claimed,
       count(*) filter (where status <> 'provisional' and affirmed) as affirmed
     from membership.membership where cell_id = $1 and status <> 'ended' group by unit_id order by unit_id`,
    [cell],
  )
}
