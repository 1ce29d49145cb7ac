import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
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

/** The cells that have counts: each is checked by itself. */
export async function cellsWithCounts(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('insight.unit_count'))
  return rows.map((row) => row.cell)
}

/** A union whose counts are not its own and those of the unions directly below, added up. */
export type WrongSum = {
  readonly unit: string
  readonly confirmed: number
  readonly provisional: number
  readonly sum_confirmed: number
  readonly sum_provisional: number
}

/** Unions of a cell whose counts differ from the sum below: the children of a city's or a province's union have cells of their own. */
export async function wrongSums(tx: Tx, cell: number, limit: number): Promise<WrongSum[]> {
  return tx.many<WrongSum>(
    `select c.unit_id as unit, c.confirmed, c.provisional, c.own_confirmed + below.confirmed as sum_confirmed,
       c.own_provisional + below.provisional as sum_provisional
     from insight.unit_count c cross join lateral (
       select coalesce(sum(k.confirmed), 0)::int as confirmed, coalesce(sum(k.provisional), 0)::int as provisional
       from organization.unit u join insight.unit_count k on k.cell_id = u.cell_id and k.unit_id = u.id where u.parent_id = c.unit_id
     ) below
     where c.cell_id = $1 and (c.confirmed, c.provisional) <> (c.own_confirmed + below.confirmed, c.own_provisional + below.provisional)
     order by c.unit_id limit $2`,
    [cell, limit],
  )
}
