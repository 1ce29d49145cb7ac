import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** The union that holds somebody as a member, provisional ones too, in a cell whose scope is open; undefined for nobody's. */
export async function holderOf(tx: Tx, cell: number, person: string): Promise<string | undefined> {
  const row = await tx.maybe<{ unit: string }>(
    `select unit_id as unit from membership.membership
     where cell_id = $1 and person_id = $2 and status in ('provisional', 'active', 'retained') limit 1`,
    [cell, person],
  )
  return row?.unit
}
