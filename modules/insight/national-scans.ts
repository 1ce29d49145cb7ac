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

/** Unions of a cell whose days do not add up to their own and those directly below, as `wrongSums` for live counts. */
export async function wrongDaySums(tx: Tx, cell: number): Promise<WrongSum[]> {
  const total = (
    of: string,
  ) => `select coalesce(sum(d.on_roll), 0)::int as on_roll, coalesce(sum(d.provisional), 0)::int as provisional,
      coalesce(sum(d.claimed), 0)::int as claimed, coalesce(sum(d.affirmed), 0)::int as affirmed, coalesce(sum(d.own_on_roll), 0)::int as own_on_roll,
      coalesce(sum(d.own_provisional), 0)::int as own_provisional, coalesce(sum(d.own_claimed), 0)::int as own_claimed,
      coalesce(sum(d.own_affirmed), 0)::int as own_affirmed
    from ${of}`
  const rows = await tx.many<{ unit: string; says: Delta; own: Delta; below: Delta }>(
    `select u.id as unit, ${asDelta('c')} as says, ${asDelta('c', 'own_')} as own, ${asDelta('below')} as below
     from organization.unit u
     cross join lateral (${total('insight.unit_day d where d.cell_id = u.cell_id and d.unit_id = u.id')}) c
     cross join lateral (${total('organization.unit k join insight.unit_day d on d.cell_id = k.cell_id and d.unit_id = k.id where k.parent_id = u.id')}) below
     where u.cell_id = $1 and (c.on_roll, c.provisional, c.claimed, c.affirmed) <> (c.own_on_roll + below.on_roll,
       c.own_provisional + below.provisional, c.own_claimed + below.claimed, c.own_affirmed + below.affirmed)
     order by u.id`,
    [cell],
  )
  return rows.map(({ unit, says, own, below }) => ({ unit, says, sum: plus(own, below) }))
}

/** A union that stood below another on a past day, with its counts as of that day. */
export type PastUnit = Omit<CountedUnit, 'changed_at'>

/**
 * The unions that stood directly below one on a day, under the names they had, with their counts as of it; all as known
 * on another day. Each child's days are looked up by its key.
 */
export async function pastChildren(
  tx: Tx,
  parent: string,
  { on, knownOn }: { readonly on: string; readonly knownOn: string },
  after: { cell: number; path: string },
  limit: number,
): Promise<PastUnit[]> {
  return tx.many<PastUnit>(
    `select u.id, coalesce(h.name, u.name) as name, coalesce(h.short_name, u.short_name) as short_name,
       coalesce(h.level, u.level) as level, u.cell_id, u.path, u.parent_id, u.division_code, u.credit_code, u.children,
       coalesce(h.state, u.state) as state, c."onRoll", c.provisional, c.claimed, c.affirmed
     from organization.parent_link l join organization.unit u on u.id = l.unit_id
     left join lateral (
       select h.name, h.short_name, h.level, h.state from organization.unit_history h
       where h.unit_id = u.id and ${knownThen('h')} order by h.recorded_at desc limit 1
     ) h on true
     cross join lateral (
       select coalesce(sum(d.on_roll), 0)::int as "onRoll", coalesce(sum(d.provisional), 0)::int as provisional,
         coalesce(sum(d.claimed), 0)::int as claimed, coalesce(sum(d.affirmed), 0)::int as affirmed
       from insight.unit_day d where d.cell_id = u.cell_id and d.unit_id = u.id and d.valid_on <= $2 and d.recorded_on <= $3
     ) c
     where l.parent_id = $1 and l.kind = 'LEADING' and ${knownThen('l')} and coalesce(h.state, u.state) <> 'closed'
       and (u.cell_id, u.path) > ($4, $5)
     order by u.cell_id, u.path limit $6`,
    [parent, on, knownOn, after.cell, after.path, limit],
  )
}

/** A line that held on the day `$2`, as known at the end of the day `$3`: an end that became known later is none yet. */
const knownThen = (line: string) => `${line}.valid_from <= $2::date
  and ${line}.recorded_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
  and case when ${line}.superseded_at is null or ${line}.superseded_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
    then ${line}.valid_to > $2::date or (${line}.valid_to is null and ${line}.superseded_at is null) else true end`

/** Forgets all days of all unions and how far they were folded: they are sums over cells, so that they are rebuilt together. */
export async function forgetDays(tx: Tx): Promise<void> {
  await tx.run('delete from insight.unit_day')
  await tx.run(`update kernel.consumer set number = 0 where name = 'insight.unit_day'`)
}
