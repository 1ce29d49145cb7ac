import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { MergeView } from './contract.ts'
import { sidesOf } from './sides.ts'

/** A merge as it is kept. */
export type MergeRow = {
  readonly merge: string
  readonly path: string
  readonly kept: string
  readonly dropped: string
  readonly by: string
  readonly at: Date
  readonly undoUntil: string
  readonly undone: Date | null
}
export const mergeColumns = `id as merge, path, kept_id as kept, dropped_id as dropped, by_words as by, at, undo_until as "undoUntil",
  undone_at as undone`

/** Merges as a list shows them; one whose records are not in the scope any more is left out. */
export async function mergeViews(tx: Tx, cell: number, rows: readonly MergeRow[], today: string): Promise<MergeView[]> {
  const sides = await sidesOf(
    tx,
    cell,
    rows.flatMap(({ kept, dropped }) => [kept, dropped]),
    today,
  )
  return rows.flatMap(({ merge, kept, dropped, by, at, undoUntil, undone }) => {
    const [one, other] = [sides.get(kept)?.side, sides.get(dropped)?.side]
    const view = { cell, merge, by, at: at.toISOString(), undoUntil, undone: undone !== null }
    return one && other ? [{ ...view, kept: one, dropped: other }] : []
  })
}

/** One merge. Refuses `kernel.absent`. */
export async function mergeView(tx: Tx, cell: number, id: string, today: string): Promise<MergeView> {
  const row = await tx.maybe<MergeRow>(`select ${mergeColumns} from membership.merge where cell_id = $1 and id = $2`, [
    cell,
    id,
  ])
  const [view] = row ? await mergeViews(tx, cell, [row], today) : []
  if (!view) throw absent()
  return view
}
