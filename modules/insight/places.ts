import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { pathLabelLength } from '@gongqiao/kernel/shared/place.ts'
import { type Delta, none, rollUp } from './rules.ts'

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

type Place = { readonly id: string; readonly cell: number; readonly path: string; readonly inside: boolean }

/** Changes of unions of one cell: with all below each, and of those it holds itself. In one order of units everywhere, so that two folds never wait for each other in a ring. */
export type Spread = {
  readonly cell: number
  readonly rows: readonly { readonly unit: string; readonly delta: Delta; readonly own: Delta }[]
}

/** What changes of one cell's unions mean for them and for every union above, across cells: the cell itself first, then upwards. */
export async function spreadUp(tx: Tx, cell: number, deltas: ReadonlyMap<string, Delta>): Promise<Spread[]> {
  const places = await tx.many<Place>(findPlaces, [cell, [...deltas.keys()], pathLabelLength])
  const inside = places.filter((place) => place.inside)
  const holders = inside.filter(({ id }) => deltas.has(id))
  if (holders.length < deltas.size) throw new Error(`a fact of cell ${cell} names a unit that is not in it`)
  const sums = rollUp(holders.map(({ id, path }) => [path, deltas.get(id) ?? none] as const))
  const total = sums.get('') ?? none
  const above = places.filter((place) => !place.inside).sort((a, b) => b.cell - a.cell)
  return [
    {
      cell,
      rows: inside
        .map(({ id, path }) => ({ unit: id, delta: sums.get(path) ?? none, own: deltas.get(id) ?? none }))
        .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    },
    ...above.map((upper) => ({ cell: upper.cell, rows: [{ unit: upper.id, delta: total, own: none }] })),
  ]
}
