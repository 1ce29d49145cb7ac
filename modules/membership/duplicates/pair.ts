import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Place } from '@gongqiao/kernel/shared/place.ts'
import type { Side } from './contract.ts'
import { mergeRefusal } from './rules.ts'
import { sidesOf } from './sides.ts'

type Given = { readonly cell: number; readonly keep: string; readonly drop: string }
export type MergePair = {
  readonly keep: Side
  readonly drop: Side
  readonly keepPath: string
  readonly dropPath: string
}

/**
 * Reads two records that an officer would make one, both of them the officer's.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.merge_not_two`, `membership.merge_decide_first`,
 * `membership.merge_keep_greater`.
 */
export async function openPair(
  tx: Tx,
  { cell, keep, drop }: Given,
  allow: (place: Place) => void,
  today: string,
): Promise<MergePair> {
  const sides = await sidesOf(tx, cell, [keep, drop], today)
  const [kept, dropped] = [sides.get(keep), sides.get(drop)]
  if (!kept || !dropped) throw absent()
  allow({ cell, path: kept.path })
  allow({ cell, path: dropped.path })
  const refusal = mergeRefusal(kept.side, dropped.side)
  if (refusal !== undefined) throw new Refusal(refusal)
  return { keep: kept.side, drop: dropped.side, keepPath: kept.path, dropPath: dropped.path }
}
