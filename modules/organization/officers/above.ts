import type { ActingPost } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { covers, type Place } from '@gongqiao/kernel/shared/place.ts'
import type { OpenUnit } from '../open-unit.ts'

/** The place of the union one level up, whose word counts for this one. Refuses `kernel.absent` at the top: nobody is above. */
export async function upperPlaceOf(tx: Tx, unit: Pick<OpenUnit, 'parent_id'>): Promise<Place> {
  if (unit.parent_id === null) throw absent()
  return tx.one<Place>('select cell_id as cell, path from organization.unit where id = $1', [unit.parent_id])
}

/** Tells whether a post covers the union above: what needs its word is said by it, or from further above; at the top by itself. */
export async function placeAbove(tx: Tx, unit: Pick<OpenUnit, 'parent_id'>, post: ActingPost): Promise<boolean> {
  if (unit.parent_id === null) return true
  const above = await upperPlaceOf(tx, unit)
  return post.ranges.some((range) => covers(range, above))
}
