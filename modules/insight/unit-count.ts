import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Projection } from '@gongqiao/kernel/facts/consumer.ts'
import { pathLabelLength } from '@gongqiao/kernel/shared/place.ts'
import { mendCell } from './mend-cell.ts'
import { type Spread, spreadUp } from './places.ts'
import { type Delta, deltasByUnit, stands } from './rules.ts'

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

/** Adds to the counts of units of one cell; travels with the transaction's next statement. */
function write(tx: Tx, { cell, rows }: Spread, at: Date): void {
  tx.runWithNext(addCounts, [
    cell,
    at,
    rows.map((row) => row.unit),
    ...stands.map((stand) => rows.map((row) => row.delta[stand])),
    ...stands.map((stand) => rows.map((row) => row.own[stand])),
  ])
}

/** Adds changes of one cell's units to their counts and to those of every union above, across cells. */
export async function applyDeltas(
  tx: Tx,
  cell: number,
  deltas: ReadonlyMap<string, Delta>,
  at: Date,
): Promise<string[]> {
  const spreads = await spreadUp(tx, cell, deltas)
  for (const spread of spreads) write(tx, spread, at)
  return spreads.flatMap(({ rows }) => rows.map(({ unit }) => unit))
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
