import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import type { Sought } from './name-search.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** Cells that one page looks into at most. */
export const cellsAPage = 400

/**
 * The cells of a range that have facts, from one cell on: the lease table has one small row a cell, so a list walks over
 * cells that hold somebody and skips the empty ones. A range of one cell asks nothing.
 */
export async function cellsToWalk(tx: Tx, range: PlaceRange, from: number): Promise<number[]> {
  if (range.cellLo === range.cellHi) return [range.cellLo]
  const rows = await tx.many<{ cell: number }>(
    'select cell_id as cell from kernel.fact_lease where cell_id between $1 and $2 and cell_id >= $3 order by cell_id limit $4',
    [range.cellLo, range.cellHi, from, cellsAPage],
  )
  return rows.map((row) => row.cell)
}

/**
 * Of these cells those that have somebody who is sought, inside the range. An officer of a province looks for one name in
 * a hundred counties: each is one look into an index here, and only those that have it are opened.
 */
export async function cellsWithSought(
  tx: Tx,
  cells: readonly number[],
  range: PlaceRange,
  sought: Sought,
): Promise<number[]> {
  const [there, values] = soughtIn(sought)
  // The limit keeps each cell a look of its own: without it the planner would read everybody of the range who is called so.
  const rows = await tx.many<{ cell: number }>(
    `select c.cell from unnest($1::int[]) as c (cell) cross join lateral (${there} limit 1) there order by c.cell`,
    [cells, range.pathLo, range.pathHi, ...values],
  )
  return rows.map((row) => row.cell)
}

function soughtIn(sought: Sought): [string, readonly unknown[]] {
  if (sought.by === 'number') {
    const person =
      'select p.cell_id from people.open_person p where p.cell_id = c.cell and p.path >= $2 and p.path < $3'
    const there = `(${person} and p.identity_digest = any($4::bytea[]) limit 1) union all (${person} and p.phone_digest = any($5::bytea[]) limit 1)`
    return [there, [sought.identities, sought.phones]]
  }
  const { token, until } = sought
  const meets = until === null ? 't.token = $4' : 't.token >= $4 and t.token < $5'
  const there = `select t.cell_id from membership.name_token t where t.cell_id = c.cell and ${meets} and t.path >= $2 and t.path < $3`
  return [there, until === null ? [token] : [token, until]]
}

/** The cells that hold somebody on the roll, as far as the scope goes: each is checked by itself. */
export async function cellsWithMembers(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('membership.membership'))
  return rows.map((row) => row.cell)
}

/** The cells that hold joining codes, as far as the scope goes: each is checked by itself. */
export async function cellsWithCodes(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('membership.joining_code'))
  return rows.map((row) => row.cell)
}
