import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** Whom a split names for one of its new unions, as ids of memberships of the cell whose scope is open. */
export async function peopleOfChange(tx: Tx, cell: number, matter: string, part: number): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    'select membership_id as id from organization.unit_change_person where cell_id = $1 and matter_id = $2 and part = $3 order by membership_id',
    [cell, matter, part],
  )
  return rows.map(({ id }) => id)
}
