import type { Pause } from '@gongqiao/calendar'
import { Type } from 'typebox'
import { command, type Fact } from '../command/command.ts'
import { Cell, Count, Id } from '../shapes.ts'
import type { Deadlines } from './deadlines.ts'
import { clockPlace } from './matters.ts'

/** How many matters one command takes at most. */
export const recomputedAtOnce = 500

/** The clock of an open matter, as it stands in the spine. */
export type Clock = {
  readonly id: string
  readonly rule: string
  readonly from: string
  readonly clockCell: number | null
  readonly due: string
  readonly provisional: boolean
  readonly pauses: readonly Pause[]
  readonly extensions: readonly number[]
  readonly standsSince: string | null
  readonly standsFor: string | null
}

export const clockColumns = `id, clock_rule as rule, clock_from as "from", clock_cell as "clockCell", due_on as due, due_provisional as provisional, pauses,
  extensions, paused_from as "standsSince", paused_for as "standsFor"`

/**
 * The due day that rule, calendar and run of the clock give today, or undefined when it is the one that stands, or the clock
 * stands still: it is set when it runs on (T-11).
 */
export function movedDue(deadlines: Deadlines, cell: number, clock: Clock) {
  const { rule, from, clockCell, due, provisional, pauses, extensions, standsSince } = clock
  if (standsSince !== null) return undefined
  const now = deadlines.due(rule, from, { ...clockPlace({ cell, clockCell }), pauses, extensions })
  return now.on === due && now.provisional === provisional ? undefined : now
}

/**
 * Computes due days of some open matters of a cell anew; the history says from which day to which. Whose own time became shorter is told by the fact
 * `matter.due_moved`.
 *
 * @see rulebook T-CAL-06, G-07
 */
export const recomputeDeadlines = command({
  act: 'kernel.recompute_deadlines',
  by: ['system'],
  input: Type.Object(
    { cell: Cell, matters: Type.Array(Id, { minItems: 1, maxItems: recomputedAtOnce }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ moved: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'a calendar holds everywhere: open matters of the whole cell' },
  async run({ tx, input, now: at, allow, reach, services }) {
    const { cell } = input
    const everything = { cell, path: '' }
    allow(everything)
    await reach('cell', everything)
    const clocks = await tx.many<Clock>(
      `select ${clockColumns} from kernel.matter
       where cell_id = $1 and id = any($2::uuid[]) and ended_at is null order by id for update`,
      [cell, input.matters],
    )
    const moved = clocks.flatMap((clock) => {
      const now = movedDue(services.deadlines, cell, clock)
      return now ? [{ ...clock, now }] : []
    })
    await tx.run(
      `with moved as (
         update kernel.matter m set due_on = n.due_on, due_provisional = n.provisional,
           last_event = m.last_event + case when n.due_on = n.was then 0 else 1 end
         from unnest($2::uuid[], $3::date[], $4::boolean[], $5::date[]) as n (id, due_on, provisional, was)
         where m.cell_id = $1 and m.id = n.id
         returning m.id, m.path, m.state, m.last_event, n.was, n.due_on
       )
       insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind, reason)
       select $1, id, last_event, path, $6, 'due_moved', state, state, 'system', was || ' → ' || due_on from moved where was <> due_on`,
      [
        cell,
        moved.map(({ id }) => id),
        moved.map(({ now }) => now.on),
        moved.map(({ now }) => now.provisional),
        moved.map(({ due }) => due),
        at,
      ],
    )
    const shorter = moved.filter(
      ({ rule, from, clockCell, due, now }) =>
        now.on < due && services.deadlines.rule(rule, from, clockPlace({ cell, clockCell })).side === 'right',
    )
    return {
      cell,
      after: { moved: moved.length },
      facts: shorter.map(
        ({ id, due, now }): Fact => ({ cell, name: 'matter.due_moved', body: { matter: id, from: due, to: now.on } }),
      ),
      answer: { moved: moved.length },
    }
  },
})
