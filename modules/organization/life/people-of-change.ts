import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** Whom a split names, as ids of memberships of the cell whose scope is open. */
export async function peopleOfChange(tx: Tx, cell: number, matter: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    'select membership_id as id from organization.unit_change_person where cell_id = $1 and matter_id = $2 order by membership_id',
    [cell, matter],
  )
  return rows.map(({ id }) => id)
}
