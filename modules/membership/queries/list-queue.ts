import { isCivilDay } from '@gongqiao/codes'
import type { ActingPost } from '@gongqiao/kernel/command/actor.ts'
import { query } from '@gongqiao/kernel/command/query.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { asMatter, type Matter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cursor } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { QueuePage } from '../contract.ts'
import { cellsToWalk } from '../national-scans.ts'
import { definitionOf } from '../views.ts'

const pageSize = 50
const countedAtMost = 1_000

type Slice = { readonly cell: number; readonly dueOn: string; readonly id: string }
const firstSlice: Slice = { cell: -1, dueOn: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }

function readSlice(text: string | undefined): Slice {
  if (text === undefined) return firstSlice
  const [cell = '', dueOn = '', id = ''] = text.split('_')
  if (!/^\d{1,6}$/.test(cell) || !isCivilDay(dueOn) || !isId(id)) {
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  }
  return { cell: Number(cell), dueOn, id }
}

/** Which matters a view holds, as a condition on `m`, with `$2…$4` the range or post and today. */
const views = {
  mine: 'm.owner_post_id = $2::uuid and $3::text is not null and $4::date is not null',
  unit: 'm.path >= $2 and m.path < $3 and $4::date is not null',
  overdue: 'm.path >= $2 and m.path < $3 and m.due_on < $4',
} as const
type View = keyof typeof views

type Wanted = { readonly view: View; readonly range: PlaceRange; readonly post: string; readonly today: string }

const boundsOf = ({ view, range, post, today }: Wanted) =>
  view === 'mine' ? [post, '', today] : [range.pathLo, range.pathHi, today]

async function mattersOfCell(tx: Tx, cell: number, wanted: Wanted, after: Slice, limit: number): Promise<Matter[]> {
  const rows = await tx.many<Parameters<typeof asMatter>[0]>(
    `select ${matterColumns} from kernel.matter m
     where m.cell_id = $1 and m.ended_at is null and ${views[wanted.view]} and (m.due_on, m.id) > ($5, $6)
     order by m.due_on, m.id limit $7`,
    [cell, ...boundsOf(wanted), after.dueOn, after.id, limit],
  )
  return rows.map(asMatter)
}

async function countsOfCell(tx: Tx, cell: number, wanted: Wanted): Promise<{ open: number; overdue: number }> {
  return tx.one(
    `select count(*) as open, count(*) filter (where due_on < $4) as overdue from (
       select m.due_on from kernel.matter m where m.cell_id = $1 and m.ended_at is null and ${views[wanted.view]} order by m.due_on limit $5
     ) as counted`,
    [cell, ...boundsOf(wanted), countedAtMost],
  )
}

/**
 * The work queue 待办 of the post one acts as: its own matters, everything open in its unit and below, or what is late
 * there; soonest due day first in each cell.
 */
export const listQueue = query({
  act: 'kernel.work_queue',
  by: ['post'],
  input: Type.Object(
    { view: Type.Optional(Type.Enum(['mine', 'unit', 'overdue'])), after: Type.Optional(Cursor) },
    { additionalProperties: false },
  ),
  output: QueuePage,
  subjects: (page) =>
    [...Map.groupBy(page.items, (item) => item.cell)].map(([cell, items]) => ({
      cell,
      people: items.map((item) => item.subject),
    })),
  async run({ tx, input, actor, today, allow, within }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('a queue belongs to a post')
    const view = input.view ?? 'mine'
    const after = readSlice(input.after)
    const found: Matter[] = []
    let [open, overdue] = [0, 0]
    for (const { cell, range } of await stretchesOf(tx, actor.post, view)) {
      await within(range)
      const wanted: Wanted = { view, range, post: actor.post.id, today }
      if (open < countedAtMost) {
        const counts = await countsOfCell(tx, cell, wanted)
        open += counts.open
        overdue += counts.overdue
      }
      if (cell >= after.cell && found.length <= pageSize) {
        const from = cell === after.cell ? after : firstSlice
        found.push(...(await mattersOfCell(tx, cell, wanted, from, pageSize + 1 - found.length)))
      } else if (found.length > pageSize && open >= countedAtMost) break
    }
    const shown = found.slice(0, pageSize)
    const units = await openUnitsById(
      tx,
      shown.map((matter) => matter.hostUnit),
    )
    const last = shown.at(-1)
    return {
      items: shown.flatMap((matter) => {
        const unit = units.get(matter.hostUnit)
        if (!unit) return []
        const { cell, id, subject, kind, title, state, openedAt, dueOn, dueProvisional, escalations } = matter
        return [
          {
            cell,
            matter: id,
            subject,
            kind,
            title,
            unit: unitNameOf(unit),
            state,
            openedAt: openedAt.toISOString(),
            dueOn,
            provisional: dueProvisional,
            overdue: dueOn !== null && dueOn < today,
            escalated: escalations > 0,
            steps: openSteps(definitionOf(kind), state, 'officer'),
          },
        ]
      }),
      next: found.length > pageSize && last ? `${last.cell}_${last.dueOn}_${last.id}` : null,
      open,
      overdue,
    }
  },
})

/** One cell to look into, and the range of the post that it is seen through. */
type Stretch = { readonly cell: number; readonly range: PlaceRange }

/** Where a view has to look, in cell order: a post's own matters are in its cell and where something rose from to it. */
async function stretchesOf(tx: Tx, post: ActingPost, view: View): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  if (view === 'mine') {
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
