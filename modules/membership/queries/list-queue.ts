import { isCivilDay } from '@gongqiao/codes'
import { query } from '@gongqiao/kernel/command/query.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { asMatter, type Matter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cursor } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { QueuePage } from '../contract.ts'
import { waitsForPerson } from '../machine.ts'
import {
  boundsOf,
  countedAtMost,
  countsOfCell,
  nothing,
  plus,
  stretchesOf,
  viewsInSql,
  type Wanted,
} from '../queue-views.ts'
import { definitionOf } from '../views.ts'

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

type Row = Parameters<typeof asMatter>[0] & { readonly changedAt: Date }
type Queued = Matter & { readonly changedAt: Date }

async function mattersOfCell(tx: Tx, cell: number, wanted: Wanted, after: Slice, limit: number): Promise<Queued[]> {
  const rows = await tx.many<Row>(
    `select ${matterColumns}, changed_at as "changedAt" from kernel.matter m
     where m.cell_id = $1 and m.ended_at is null and ${viewsInSql[wanted.view]} and (m.due_on, m.id) > ($5, $6)
     order by m.due_on, m.id limit $7`,
    [cell, ...boundsOf(wanted), after.dueOn, after.id, limit],
  )
  return rows.map((row) => ({ ...asMatter(row), changedAt: row.changedAt }))
}

/**
 * The work queue 待办 of the post one acts as: its own matters that are its turn, its own that wait for the person
 * they concern 等本人, everything open in its unit and below, or what is late there; soonest due day first in each cell.
 */
export const listQueue = queueQuery('kernel.work_queue', 50)

/** The queue under the act it is asked for, in pages of as many rows. */
export function queueQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object(
      { view: Type.Optional(Type.Enum(['mine', 'waiting', 'unit', 'overdue'])), after: Type.Optional(Cursor) },
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
      const found: Queued[] = []
      let counts = nothing
      for (const { cell, range } of await stretchesOf(tx, actor.post, view)) {
        await within(range)
        const wanted: Wanted = { view, range, post: actor.post.id, today }
        if (counts.open < countedAtMost) counts = plus(counts, await countsOfCell(tx, cell, wanted))
        if (cell >= after.cell && found.length <= pageSize) {
          const from = cell === after.cell ? after : firstSlice
          found.push(...(await mattersOfCell(tx, cell, wanted, from, pageSize + 1 - found.length)))
        } else if (found.length > pageSize && counts.open >= countedAtMost) break
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
          const { cell, id, subject, kind, title, state, openedAt, changedAt, dueOn, dueProvisional, escalations } =
            matter
          const waits = waitsForPerson(kind, state)
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
              overdue: !waits && dueOn !== null && dueOn < today,
              waitingSince: waits ? changedAt.toISOString() : null,
              escalated: escalations > 0,
              steps: openSteps(definitionOf(kind), state, 'officer'),
            },
          ]
        }),
        next: found.length > pageSize && last ? `${last.cell}_${last.dueOn}_${last.id}` : null,
        ...counts,
      }
    },
  })
}
