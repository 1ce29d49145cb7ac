import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Projection } from '@gongqiao/kernel/facts/consumer.ts'
import { pathLabelLength } from '@gongqiao/kernel/shared/place.ts'
import { mendCell } from './mend-cell.ts'
import { type Delta, deltasByUnit, none, rollUp, stands } from './rules.ts'

const addCounts = hot(
  'insight.add_counts',
  `insert into insight.unit_count (cell_id, unit_id, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional,
     own_claimed, own_affirmed, changed_at)
   select $1, unit, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional, own_claimed, own_affirmed, $2
   from unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[])
     as d (unit, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional, own_claimed, own_affirmed)
   on conflict (cell_id, unit_id) do update set on_roll = unit_count.on_roll + excluded.on_roll,
     provisional = unit_count.provisional + excluded.provisional, claimed = unit_count.claimed + excluded.claimed,
     affirmed = unit_count.affirmed + excluded.affirmed, own_on_roll = unit_count.own_on_roll + excluded.own_on_roll,
     own_provisional = unit_count.own_provisional + excluded.own_provisional, own_claimed = unit_count.own_claimed + excluded.own_claimed,
     own_affirmed = unit_count.own_affirmed + excluded.own_affirmed, changed_at = excluded.changed_at`,
)

// The holders and every union above each: in their own cell by path, beyond it by the cell's own union and its parents.
const findPlaces = hot(
  'insight.find_places_to_count',
  `with recursive up as (
     select parent_id from organization.unit where cell_id = $1 and path = ''
     union all
     select u.parent_id from organization.unit u join up on u.id = up.parent_id
   )
   select distinct u.id, u.cell_id as cell, u.path, true as inside from organization.unit holder
   cross join lateral generate_series(0, length(holder.path), $3::int) as length
   join organization.unit u on u.cell_id = $1 and u.path = left(holder.path, length)
   where holder.cell_id = $1 and holder.id = any($2::uuid[])
   union all
   select u.id, u.cell_id, u.path, false from up join organization.unit u on u.id = up.parent_id`,
)

// Whoever nobody belonged to has no row yet.
const beginCounts = hot(
  'insight.begin_counts',
  `insert into insight.unit_count (cell_id, unit_id, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional, own_claimed,
     own_affirmed, changed_at)
   select distinct $1::integer, u.id, 0, 0, 0, 0, 0, 0, 0, 0, $4::timestamptz from organization.unit t
   cross join lateral generate_series(0, length(t.path), $3::int) as length
   join organization.unit u on u.cell_id = $1 and u.path = left(t.path, length)
   where t.cell_id = $1 and t.id = any($2::uuid[])
   on conflict (cell_id, unit_id) do nothing`,
)

type Place = { readonly id: string; readonly cell: number; readonly path: string; readonly inside: boolean }
type Row = { readonly unit: string; readonly delta: Delta; readonly own: Delta }

/** Adds to the counts of units of one cell; travels with the transaction's next statement. */
function write(tx: Tx, cell: number, rows: readonly Row[], at: Date): void {
  // One order of units everywhere, so that two folds never wait for each other in a ring.
  const sorted = [...rows].sort((a, b) => (a.unit < b.unit ? -1 : 1))
  tx.runWithNext(addCounts, [
    cell,
    at,
    sorted.map((row) => row.unit),
    ...stands.map((stand) => sorted.map((row) => row.delta[stand])),
    ...stands.map((stand) => sorted.map((row) => row.own[stand])),
  ])
}

/** Adds changes of one cell's units to their counts and to those of every union above, across cells. */
export async function applyDeltas(
  tx: Tx,
  cell: number,
  deltas: ReadonlyMap<string, Delta>,
  at: Date,
): Promise<string[]> {
  const places = await tx.many<Place>(findPlaces, [cell, [...deltas.keys()], pathLabelLength])
  const inside = places.filter((place) => place.inside)
  const holders = inside.filter(({ id }) => deltas.has(id))
  if (holders.length < deltas.size) throw new Error(`a fact of cell ${cell} names a unit that is not in it`)
  const sums = rollUp(holders.map(({ id, path }) => [path, deltas.get(id) ?? none] as const))
  write(
    tx,
    cell,
    inside.map(({ id, path }) => ({ unit: id, delta: sums.get(path) ?? none, own: deltas.get(id) ?? none })),
    at,
  )
  const total = sums.get('') ?? none
  const above = places.filter((place) => !place.inside).sort((a, b) => b.cell - a.cell)
  for (const upper of above) write(tx, upper.cell, [{ unit: upper.id, delta: total, own: none }], at)
  return places.map(({ id }) => id)
}

/** Live counts of every union: a fold over who became what where. Rebuildable from zero; gives the units that changed. */
export function unitCountProjection(now: () => Date): Projection<readonly string[]> {
  return {
    name: 'insight.unit_count',
    async fold(tx, cell, facts) {
      const deltas = deltasByUnit(facts)
      const changed = deltas.size === 0 ? [] : await applyDeltas(tx, cell, deltas, now())
      // A union that moved took its people out of some sums and into others: each is its own and those below it again.
      const to = facts.flatMap(({ name, body }) => (name === 'organization.unit_moved' ? [body['to']] : []))
      if (to.length === 0) return changed
      await tx.run(beginCounts, [cell, to, pathLabelLength, now()])
      return [...new Set([...changed, ...(await mendCell(tx, cell, now()))])]
    },
  }
}
