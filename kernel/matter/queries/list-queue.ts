import { isCivilDay } from '@gongqiao/codes'
import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { Refusal } from '../../refusal.ts'
import { Cursor } from '../../shapes.ts'
import { isId } from '../../shared/ids.ts'
import { openSteps } from '../../shared/matter.ts'
import { QueuePage, type QueueRow } from '../contract.ts'
import type { MatterParts } from '../parts.ts'
import {
  countedAtMost,
  nothing,
  pageOfCell,
  plus,
  type Queued,
  type Slice,
  stretchesOf,
  views,
} from '../queue-views.ts'
import { mayKnow } from '../restricted.ts'
import type { MatterUnit } from '../unit.ts'
import { kindOf, unitRef } from '../view.ts'

function readSlice(text: string | undefined): Slice | undefined {
  if (text === undefined) return undefined
  const [cell = '', dueOn = '', id = ''] = text.split('_')
  if (!/^\d{1,6}$/.test(cell) || !isCivilDay(dueOn) || !isId(id)) {
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  }
  return { cell: Number(cell), dueOn, id }
}

/** A page of the queue as the screens show it. */
const pageSize = 50

/**
 * The work queue 待办 of the post one acts as: its own matters that are its turn, its own that wait for the person
 * they concern 等本人, everything open in its unit and below, or what is late there; soonest due day first in each cell.
 */
export const listQueue = (parts: MatterParts) => queueQuery(parts, 'kernel.work_queue', pageSize)

/** The queue under the act it is asked for, in pages of as many rows. */
export function queueQuery(parts: MatterParts, act: string, rows: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object(
      {
        view: Type.Optional(Type.Enum([...views])),
        kind: Type.Optional(Type.String({ maxLength: 100, description: 'only matters of this kind' })),
        text: Type.Optional(
          Type.String({ minLength: 1, maxLength: 50, description: 'only titles that begin with this' }),
        ),
        after: Type.Optional(Cursor),
      },
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
      const { view = 'mine', kind, text } = input
      const after = readSlice(input.after)
      const found: Queued[] = []
      let counts = nothing
      const narrowed = { ...(kind !== undefined && { kind }), ...(text !== undefined && { text }) }
      const stretches = await stretchesOf(tx, within, actor.post, { view, today, ...narrowed })
      for (const { cell, range, counts: known } of stretches) {
        const filled = found.length > rows || (after !== undefined && cell < after.cell)
        if (known && counts.open < countedAtMost) counts = plus(counts, known)
        if (filled && (known || counts.open >= countedAtMost)) {
          if (found.length > rows && counts.open >= countedAtMost) break
          continue
        }
        await within(range)
        const wanted = { view, range, post: actor.post.id, today, ...narrowed }
        const room = filled ? 0 : rows + 1 - found.length
        const page = await pageOfCell(tx, cell, wanted, cell === after?.cell ? after : undefined, room)
        if (!known && counts.open < countedAtMost) counts = plus(counts, page.counts)
        found.push(...page.found)
      }
      const shown = found.slice(0, rows)
      const units = await parts.units.byId(
        tx,
        shown.map((matter) => matter.hostUnit),
      )
      const last = shown.at(-1)
      const known = shown.filter((matter) => mayKnow(kindOf(parts, matter), matter, actor.post))
      const open = counts.open - (shown.length - known.length)
      return {
        items: known.flatMap((matter) => rowOf(parts, matter, units.get(matter.hostUnit), today) ?? []),
        next: found.length > rows && last ? `${last.cell}_${last.dueOn}_${last.id}` : null,
        ...counts,
        open,
      }
    },
  })
}

function rowOf(parts: MatterParts, matter: Queued, unit: MatterUnit | undefined, today: string): QueueRow | undefined {
  if (!unit) return undefined
  const { cell, id, subject, kind, title, state, openedAt, changedAt, dueOn, dueProvisional, escalations, waits } =
    matter
  const definition = kindOf(parts, matter)?.definition
  return {
    cell,
    matter: id,
    subject,
    kind,
    title,
    unit: unitRef(unit),
    state,
    openedAt: openedAt.toISOString(),
    dueOn,
    provisional: dueProvisional,
    overdue: !waits && matter.pausedFrom === null && dueOn !== null && dueOn < today,
    pausedSince: matter.pausedFrom,
    waitingSince: waits ? changedAt.toISOString() : null,
    escalated: escalations > 0,
    steps: definition ? openSteps(definition, state, 'officer') : [],
  }
}
