import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { type Delta, plus } from './rules.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** A child union with its live counts. */
export type CountedUnit = OpenUnit & Delta & { readonly changed_at: Date | null }

/** The unions directly below one with their counts: each child's row is looked up by its whole key, in the child's own cell. */
export async function countedChildren(
  tx: Tx,
  parent: string,
  after: { cell: number; path: string },
  limit: number,
): Promise<CountedUnit[]> {
  return tx.many<CountedUnit>(
    `select u.id, u.name, u.short_name, u.level, u.cell_id, u.path, u.parent_id, u.division_code, u.credit_code, u.children, u.state,
       coalesce(c.on_roll, 0) as "onRoll", coalesce(c.provisional, 0) as provisional, coalesce(c.claimed, 0) as claimed,
       coalesce(c.affirmed, 0) as affirmed, c.changed_at
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
export type WrongSum = { readonly unit: string; readonly says: Delta; readonly sum: Delta }

const asDelta = (row: string, own = '') =>
  `json_build_object('onRoll', ${row}.${own}on_roll, 'provisional', ${row}.${own}provisional, 'claimed', ${row}.${own}claimed, 'affirmed', ${row}.${own}affirmed)`

/** Unions of a cell whose counts differ from the sum below: the children of a city's or a province's union have cells of their own. */
export async function wrongSums(tx: Tx, cell: number, limit: number): Promise<WrongSum[]> {
  const rows = await tx.many<{ unit: string; says: Delta; own: Delta; below: Delta }>(
    `select c.unit_id as unit, ${asDelta('c')} as says, ${asDelta('c', 'own_')} as own, ${asDelta('below')} as below
     from insight.unit_count c cross join lateral (
       select coalesce(sum(k.on_roll), 0)::int as on_roll, coalesce(sum(k.provisional), 0)::int as provisional,
         coalesce(sum(k.claimed), 0)::int as claimed, coalesce(sum(k.affirmed), 0)::int as affirmed
       from organization.unit u join insight.unit_count k on k.cell_id = u.cell_id and k.unit_id = u.id where u.parent_id = c.unit_id
     ) below
     where c.cell_id = $1 and (c.on_roll, c.provisional, c.claimed, c.affirmed) <> (c.own_on_roll + below.on_roll,
       c.own_provisional + below.provisional, c.own_claimed + below.claimed, c.own_affirmed + below.affirmed)
     order by c.unit_id limit $2`,
    [cell, limit],
  )
  return rows.map(({ unit, says, own, below }) => ({ unit, says, sum: plus(own, below) }))
}
