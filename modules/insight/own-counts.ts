import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Delta } from './rules.ts'

/** What each union of a cell is counted to hold itself. */
export async function ownCounts(tx: Tx, cell: number): Promise<({ readonly unit: string } & Delta)[]> {
  return tx.many(
    `select unit_id as unit, own_on_roll as "onRoll", own_provisional as provisional, own_claimed as claimed, own_affirmed as affirmed
     from insight.unit_count where cell_id = $1 order by unit_id`,
    [cell],
  )
}
