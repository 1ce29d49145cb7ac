import type { ActingPost } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { cellsToWalk } from './national-scans.ts'
import { waitsInSql } from './whose-turn.ts'

/** Counting one cell stops here: nobody reads a longer queue to its end. */
export const countedAtMost = 1_000

/**
 * Which matters a view holds, as a condition on `m`, with `$2…$4` the range or post and today.
 *
 * `mine` and `waiting` part a post's own matters by whose turn it is; `unit` is everything open in the unit and below;
 * `overdue` is what a union is late with there.
 */
export const viewsInSql = {
  mine: `m.owner_post_id = $2::uuid and $3::text is not null and $4::date is not null and not (${waitsInSql})`,
  waiting: `m.owner_post_id = $2::uuid and $3::text is not null and $4::date is not null and ${waitsInSql}`,
  unit: 'm.path >= $2 and m.path < $3 and $4::date is not null',
  overdue: `m.path >= $2 and m.path < $3 and m.due_on < $4 and not (${waitsInSql})`,
} as const
export type View = keyof typeof viewsInSql

/** A view as one post sees one stretch of it. */
export type Wanted = {
  readonly view: View
  readonly range: PlaceRange
  readonly post: string
  readonly today: string
}

/** Tells whether a view holds a post's own matters, wherever they are, rather than those of a place. */
const isOwn = (view: View) => view === 'mine' || view === 'waiting'

/** The values of `$2…$4` in a view's condition. */
export const boundsOf = ({ view, range, post, today }: Wanted) =>
  isOwn(view) ? [post, '', today] : [range.pathLo, range.pathHi, today]

export type ViewCounts = { readonly open: number; readonly overdue: number; readonly waiting: number }
export const nothing: ViewCounts = { open: 0, overdue: 0, waiting: 0 }

/** Counts a view in one cell whose scope is open; 1,000 at most. */
export async function countsOfCell(tx: Tx, cell: number, wanted: Wanted): Promise<ViewCounts> {
  return tx.one(
    `select count(*) as open, count(*) filter (where due_on < $4 and not waits) as overdue, count(*) filter (where waits) as waiting
     from (
       select m.due_on, ${waitsInSql} as waits from kernel.matter m
       where m.cell_id = $1 and m.ended_at is null and ${viewsInSql[wanted.view]} order by m.due_on limit $5
     ) as counted`,
    [cell, ...boundsOf(wanted), countedAtMost],
  )
}

export function plus(one: ViewCounts, other: ViewCounts): ViewCounts {
  return {
    open: one.open + other.open,
    overdue: one.overdue + other.overdue,
    waiting: one.waiting + other.waiting,
  }
}

/** One cell to look into, and the range of the post that it is seen through. */
export type Stretch = { readonly cell: number; readonly range: PlaceRange }

/** Where a view has to look, in cell order: a post's own matters are in its cell and where something rose from to it. */
export async function stretchesOf(tx: Tx, post: ActingPost, view: View): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  if (isOwn(view)) {
    const rows = await tx.many<{ cell: number }>(
      'select cell_id as cell from kernel.post_cell where post_id = $1 order by cell_id',
      [post.id],
    )
    for (const cell of new Set([post.place.cell, ...rows.map((row) => row.cell)])) {
      const range = post.ranges.find(({ cellLo, cellHi }) => cell >= cellLo && cell <= cellHi)
      if (range) stretches.push({ cell, range })
    }
  } else {
    for (const range of post.ranges) {
      for (const cell of await cellsToWalk(tx, range, range.cellLo)) stretches.push({ cell, range })
    }
  }
  return stretches.sort((one, other) => one.cell - other.cell)
}
