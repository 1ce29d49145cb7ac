import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** A child union with its live counts. */
export type CountedUnit = OpenUnit & {
  readonly confirmed: number
  readonly provisional: number
  readonly changed_at: Date | null
}

/** The unions directly below one with their counts: each child's row is looked up by its whole key, in the child's own cell. */
export async function countedChildren(
  tx: Tx,
  parent: string,
  after: { cell: number; path: string },
  limit: number,
): Promise<CountedUnit[]> {
  return tx.many<CountedUnit>(
    `select u.id, u.name, u.short_name, u.level, u.cell_id, u.path, u.parent_id, u.division_code, u.credit_code, u.children, u.state,
       coalesce(c.confirmed, 0) as confirmed, coalesce(c.provisional, 0) as provisional, c.changed_at
     from organization.unit u left join insight.unit_count c on c.cell_id = u.cell_id and c.unit_id = u.id
     where u.parent_id = $1 and u.state <> 'closed' and (u.cell_id, u.path) > ($2, $3)
     order by u.parent_id, u.cell_id, u.path limit $4`,
    [parent, after.cell, after.path, limit],
  )
}
