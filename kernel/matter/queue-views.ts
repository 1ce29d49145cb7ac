import type { ActingPost } from '../command/actor.ts'
import type { Tx } from '../database/tx.ts'
import { inCellsWithOpenMatters } from '../national-scans.ts'
import type { PlaceRange } from '../shared/place.ts'
import { asMatter, type Matter, matterColumns } from './matters.ts'

/** Counting one cell stops here: nobody reads a longer queue to its end. */
export const countedAtMost = 1_000

/**
 * Which matters a view holds, as a condition on `m`, with `$2…$4` the range or post and today.
 *
 * `mine` and `waiting` part a post's own matters by whose turn it is; `unit` is everything open in the unit and below;
 * `overdue` is what a union is late with there: neither what waits for its person nor what stands still (T-11, T-15).
 */
const viewsInSql = {
  mine: 'm.owner_post_id = $2::uuid and $3::text is not null and $4::date is not null and not m.waits',
  waiting: 'm.owner_post_id = $2::uuid and $3::text is not null and $4::date is not null and m.waits',
  unit: 'm.path >= $2 and m.path < $3 and $4::date is not null',
  overdue: 'm.path >= $2 and m.path < $3 and m.due_on < $4 and not m.waits and m.paused_from is null',
} as const
export type View = keyof typeof viewsInSql
export const views = ['mine', 'waiting', 'unit', 'overdue'] as const satisfies readonly View[]

/** A view as one post sees one stretch of it, narrowed to a kind or to titles that begin with a text. */
export type Wanted = {
  readonly view: View
  readonly range: PlaceRange
  readonly post: string
  readonly today: string
  readonly kind?: string
  readonly text?: string
}

/** Tells whether a view holds a post's own matters, wherever they are, rather than those of a place. */
const isOwn = (view: View) => view === 'mine' || view === 'waiting'

/** The values of `$2…$4` in a view's condition. */
const boundsOf = ({ view, range, post, today }: Wanted) =>
  isOwn(view) ? [post, '', today] : [range.pathLo, range.pathHi, today]

export type ViewCounts = { readonly open: number; readonly overdue: number; readonly waiting: number }
export const nothing: ViewCounts = { open: 0, overdue: 0, waiting: 0 }

const late = 'due_on < $4 and not waits and paused_from is null'
const counted = (condition: string, cell = '$1') =>
  `select count(*) as open, count(*) filter (where ${late}) as overdue, count(*) filter (where waits) as waiting
   from (
     select m.due_on, m.waits, m.paused_from from kernel.matter m
     where m.cell_id = ${cell} and m.ended_at is null and ${condition} order by m.due_on limit ${countedAtMost}
   ) as counted`

/** No title goes on with this character. */
const beyondAll = '\u{10ffff}'

/** The condition of a view, and its values from `$5` on. */
function narrowed({ view, kind, text }: Wanted): { readonly condition: string; readonly values: readonly string[] } {
  const values: string[] = []
  let condition: string = viewsInSql[view]
  if (kind !== undefined) condition += ` and m.kind = $${4 + values.push(kind)}`
  if (text !== undefined) {
    condition += ` and m.title collate "C" >= $${4 + values.push(text)} and m.title collate "C" < $${4 + values.push(`${text}${beyondAll}`)}`
  }
  return { condition, values }
}

/** Counts a view in one cell whose scope is open; 1,000 at most. */
export async function countsOfCell(tx: Tx, cell: number, wanted: Wanted): Promise<ViewCounts> {
  const { condition, values } = narrowed(wanted)
  return tx.one(counted(condition), [cell, ...boundsOf(wanted), ...values])
}

/** Where a page goes on: behind this matter of this cell. */
export type Slice = { readonly cell: number; readonly dueOn: string; readonly id: string }
/** A matter with since when it has been in its state. */
export type Queued = Matter & { readonly changedAt: Date }

type Row = Parameters<typeof asMatter>[0] & { readonly changedAt: Date }

/** Counts and lists a view of one cell whose scope is open, in one round trip; soonest due day first. */
export async function pageOfCell(
  tx: Tx,
  cell: number,
  wanted: Wanted,
  after: Slice | undefined,
  limit: number,
): Promise<{ readonly counts: ViewCounts; readonly found: Queued[] }> {
  const { condition, values } = narrowed(wanted)
  const bound = [...boundsOf(wanted), ...values]
  const next = bound.length + 2
  const behind = after ? `and (m.due_on, m.id) > ($${next + 1}, $${next + 2})` : ''
  const rows = await tx.many<ViewCounts & Partial<Row>>(
    `select counts.*, page.* from (${counted(condition)}) as counts left join lateral (
       select ${matterColumns}, changed_at as "changedAt" from kernel.matter m
       where m.cell_id = $1 and m.ended_at is null and ${condition} ${behind}
       order by m.due_on, m.id limit $${next}
     ) page on true order by page."dueOn", page.id`,
    [cell, ...bound, limit, ...(after ? [after.dueOn, after.id] : [])],
  )
  const [{ open, overdue, waiting } = nothing] = rows
  return {
    counts: { open, overdue, waiting },
    found: rows.flatMap((row) => (isRow(row) ? [{ ...asMatter(row), changedAt: row.changedAt }] : [])),
  }
}

/** Where the page is empty its columns are null, beside the counts. */
function isRow(row: ViewCounts & Partial<Row>): row is ViewCounts & Row {
  return typeof row.id === 'string'
}

export function plus(one: ViewCounts, other: ViewCounts): ViewCounts {
  return {
    open: one.open + other.open,
    overdue: one.overdue + other.overdue,
    waiting: one.waiting + other.waiting,
  }
}

/** One cell to look into, and the range of the post that it is seen through; with what is there, where that is known. */
export type Stretch = { readonly cell: number; readonly range: PlaceRange; readonly counts?: ViewCounts }

/**
 * Where a view has to look, in cell order: a post's own matters are in its cell and where something rose from to it; of a
 * place that spans several cells, every cell that holds some of the view.
 */
export async function stretchesOf(
  tx: Tx,
  within: (range: PlaceRange) => Promise<void>,
  post: ActingPost,
  wanted: Omit<Wanted, 'range' | 'post'>,
): Promise<Stretch[]> {
  if (isOwn(wanted.view)) return ownStretches(tx, post)
  const stretches: Stretch[] = []
  for (const range of post.ranges) {
    if (range.cellLo === range.cellHi) stretches.push({ cell: range.cellLo, range })
    else {
      await within(range)
      for (const { cell, ...counts } of await countsOfRange(tx, { ...wanted, range, post: post.id }))
        if (counts.open > 0) stretches.push({ cell, range, counts })
    }
  }
  return stretches.sort((one, other) => one.cell - other.cell)
}

async function ownStretches(tx: Tx, post: ActingPost): Promise<Stretch[]> {
  const rows = await tx.many<{ cell: number }>(
    'select cell_id as cell from kernel.post_cell where post_id = $1 order by cell_id',
    [post.id],
  )
  const cells = [...new Set([post.place.cell, ...rows.map((row) => row.cell)])]
  return cells
    .flatMap((cell) => {
      const range = post.ranges.find(({ cellLo, cellHi }) => cell >= cellLo && cell <= cellHi)
      return range ? [{ cell, range }] : []
    })
    .sort((one, other) => one.cell - other.cell)
}

/** Counts a view in each cell of a range, 1,000 a cell at most; the range is open. */
async function countsOfRange(tx: Tx, wanted: Wanted): Promise<(ViewCounts & { readonly cell: number })[]> {
  const { condition, values } = narrowed(wanted)
  // The range takes the places of the one cell and of the view's first value.
  const look = counted(condition, 'found.cell').replaceAll(
    /\$(\d+)/g,
    (_whole, index: string) => `$${Number(index) + 1}`,
  )
  return inCellsWithOpenMatters(tx, wanted.range, look, [...boundsOf(wanted), ...values])
}
