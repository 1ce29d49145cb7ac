import type { ActingPost } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { covers, type Place } from '@gongqiao/kernel/shared/place.ts'
import type { OpenUnit } from '../open-unit.ts'

/** The place of the union one level up, whose word counts for this one; at the top, its own. */
export async function upperPlaceOf(tx: Tx, unit: Pick<OpenUnit, 'parent_id' | 'cell_id' | 'path'>): Promise<Place> {
  if (unit.parent_id === null) return { cell: unit.cell_id, path: unit.path }
  return tx.one<Place>('select cell_id as cell, path from organization.unit where id = $1', [unit.parent_id])
}

/** Tells whether a post covers the union above: what needs its word is said by it, or from further above. */
export async function placeAbove(
  tx: Tx,
  unit: Pick<OpenUnit, 'parent_id' | 'cell_id' | 'path'>,
  post: ActingPost,
): Promise<boolean> {
  const above = await upperPlaceOf(tx, unit)
  return post.ranges.some((range) => covers(range, above))
}
