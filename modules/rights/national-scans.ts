import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'

/*
 * This module's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** A pile of asks of one place. */
export type PlacePile = {
  readonly topic: string
  readonly standing: string
  readonly days: number
  readonly asks: number
}

/** What a place covers, and months from one to before another. */
type Sought = { readonly range: PlaceRange; readonly from: string; readonly until: string }
const bounds = ({ range, from, until }: Sought) => [range.cellLo, range.cellHi, range.pathLo, range.pathHi, from, until]

const inRange = `from rights.ask_count c join organization.unit u on u.id = c.unit_id
  where c.cell_id between $1 and $2 and u.path >= $3 and u.path < $4 and c.month >= $5 and c.month < $6`

/** The piles of everything a place covers: a province is a range of cells, and a cell has a few rows a month. */
export async function pilesIn(tx: Tx, sought: Sought): Promise<PlacePile[]> {
  return tx.many<PlacePile>(
    `select c.topic, c.standing, c.days, sum(c.asks)::int as asks ${inRange}
     group by c.topic, c.standing, c.days having sum(c.asks) <> 0 order by c.topic, c.standing, c.days`,
    bounds(sought),
  )
}

/** How many asks each place directly below another has had: one statement a place, all in one. */
export async function asksOfPlaces(
  tx: Tx,
  places: readonly PlaceRange[],
  from: string,
  until: string,
): Promise<number[]> {
  const rows = await tx.many<{ asks: number }>(
    `select coalesce((select sum(c.asks) from rights.ask_count c join organization.unit u on u.id = c.unit_id
       where c.cell_id between p.lo and p.hi and u.path >= p.path_lo and u.path < p.path_hi and c.month >= $5 and c.month < $6), 0)::int as asks
     from unnest($1::int[], $2::int[], $3::text[], $4::text[]) with ordinality as p (lo, hi, path_lo, path_hi, number) order by p.number`,
    [
      places.map(({ cellLo }) => cellLo),
      places.map(({ cellHi }) => cellHi),
      places.map(({ pathLo }) => pathLo),
      places.map(({ pathHi }) => pathHi),
      from,
      until,
    ],
  )
  return rows.map(({ asks }) => asks)
}

/** The cells that hold asks, as far as the scope goes: each is checked by itself. */
export async function cellsWithAsks(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('rights.ask'))
  return rows.map((row) => row.cell)
}
