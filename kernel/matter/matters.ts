import type { Pause } from '@gongqiao/calendar'
import type { Actor } from '../command/actor.ts'
import { hot, type Tx } from '../database/tx.ts'
import { absent, Refusal } from '../refusal.ts'
import {
  hasEnded,
  type MatterDefinition,
  clockOf as ruleOf,
  type Step,
  stepFrom,
  waitsForPerson,
} from '../shared/matter.ts'
import type { Place } from '../shared/place.ts'
import type { Deadlines } from './deadlines.ts'

/** A row of the spine 事项: state, owner and clock of one matter. */
export type Matter = {
  readonly cell: number
  readonly id: string
  readonly kind: string
  readonly host: Place
  readonly hostUnit: string
  readonly subject: string
  readonly title: string
  readonly state: string
  readonly owner: string | null
  readonly escalations: number
  readonly clockRule: string | null
  readonly clockFrom: string | null
  /** Where its clock began, when that was another cell: rules and holidays of that place go on holding for it. */
  readonly clockCell: number | null
  readonly dueOn: string | null
  readonly dueProvisional: boolean
  readonly openedAt: Date
  readonly endedAt: Date | null
  readonly lastEvent: number
  /** The next word is the person's. */
  readonly waits: boolean
  /** Until then whoever it was referred to may send it back. */
  readonly referralDue: string | null
  /** It went to another cell, and this row is its trace. */
  readonly movedTo: number | null
  /** What the clock of its state went through (T-11, T-16). */
  readonly pauses: readonly Pause[]
  readonly extensions: readonly number[]
  readonly pausedFrom: string | null
  readonly pausedFor: string | null
}

/** What a step says beyond its name. */
export type StepNote = {
  readonly reason?: string
  readonly note?: string
  readonly owner?: string | null
  readonly title?: string
  /** Which of the clocks of the state it leads to runs, where that state has several. */
  readonly clock?: string
  /** The day that clock counts from, where it is not today: another class of the same case begins nothing anew. */
  readonly clockFrom?: string
  /** Where that clock began, when that was another cell. */
  readonly clockCell?: number | null
  /** What that clock went through already, where it goes on (T-11). */
  readonly pauses?: readonly Pause[]
}

/** What a step of every matter changes beside its line in the history; what is left out stays. */
export type Mark = {
  readonly reason?: string
  readonly note?: string
  readonly owner?: string | null
  readonly hostUnit?: string
  readonly host?: Place
  readonly referralDue?: string | null
  /** What the clock went through, and the due day that follows from it. */
  readonly clock?: Pick<Matter, 'pauses' | 'pausedFrom' | 'pausedFor' | 'dueOn' | 'dueProvisional'>
}

/** The matters of one transaction. State, history and clock move together. */
export type Matters = {
  /**
   * Locks a matter of this definition in the open scope.
   *
   * Refuses `kernel.absent` when there is none.
   */
  open(definition: MatterDefinition, cell: number, id: string): Promise<Matter>
  /** Locks those of several matters of one cell that are there, in the order of their ids. */
  openMany(definition: MatterDefinition, cell: number, ids: readonly string[]): Promise<Matter[]>
  /** Takes one step of several matters of one cell, all leading to one state, in one statement. */
  takeMany(definition: MatterDefinition, befores: readonly Matter[], step: string, note?: StepNote): Promise<Matter[]>
  /**
   * Takes a step.
   *
   * Refuses `matter.step_not_open` unless the state offers it to this kind of actor, `kernel.invalid_input` at `/reason`
   * where the step lists reasons and this is none of them, `matter.signatures_open` where posts have yet to sign.
   */
  take(definition: MatterDefinition, before: Matter, step: string, note?: StepNote): Promise<Matter>
  /** Writes a step of every matter (hand-over, referral, pause…): its state stays. The place is opened by the caller. */
  mark(before: Matter, step: string, mark?: Mark): Promise<Matter>
  /**
   * The values of a matter about to begin in a cell, for the statement that begins it together with its content: rules and
   * holidays of that place hold (T-CAL-04).
   */
  beginning(
    definition: MatterDefinition,
    cell: number,
    clock?: string,
  ): {
    state: string
    clockRule: string
    clockFrom: string
    dueOn: string
    dueProvisional: boolean
  }
  /** Who takes the step, as the history will say it. */
  readonly byWords: string | null
}

type Context = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly today: string
  readonly deadlines: Deadlines
}

export const matterColumns = `cell_id as cell, id, kind, path, host_unit_id as "hostUnit", subject_id as subject, title, state,
  owner_post_id as owner, escalations, clock_rule as "clockRule", clock_from as "clockFrom", clock_cell as "clockCell", due_on as "dueOn",
  due_provisional as "dueProvisional", opened_at as "openedAt", ended_at as "endedAt", last_event as "lastEvent",
  waits, referral_due as "referralDue", moved_to_cell as "movedTo", pauses, extensions, paused_from as "pausedFrom", paused_for as "pausedFor"`

const lockMatters = hot(
  'kernel.lock_matters',
  `select ${matterColumns} from kernel.matter where cell_id = $1 and id = any($2::uuid[]) and kind = $3 and moved_to_cell is null order by id for update`,
)
const takeSteps = hot(
  'kernel.take_steps',
  `with step as (
     select * from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[])
       as s (id, number, path, owner, title, from_state)
   ), moved as (
     update kernel.matter m set state = $8, owner_post_id = step.owner, clock_rule = $9, clock_from = $10, due_on = $11,
       due_provisional = $12, changed_at = $13, ended_at = $14, last_event = step.number, title = step.title, waits = $22,
       pauses = $23, clock_cell = $24, extensions = '{}', paused_from = null, paused_for = null,
       referral_due = case when $14::timestamptz is null then m.referral_due end
     from step where m.cell_id = $1 and m.id = step.id
   )
   insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind,
     account_id, post_id, by_words, reason, note)
   select $1, step.id, step.number, step.path, $13, $15, step.from_state, $8, $16, $17, $18, $19, $20, $21 from step`,
)

const markStep = hot(
  'kernel.mark_step',
  `with moved as (
     update kernel.matter set owner_post_id = $4, host_unit_id = $5, referral_due = $6, pauses = $7, paused_from = $8,
       paused_for = $9, due_on = $10, due_provisional = $11, last_event = $3
     where cell_id = $1 and id = $2
   ), seen as (
     insert into kernel.post_cell (post_id, cell_id)
     select p.id, $1::integer from kernel.post p where p.id = $4 and p.cell_id <> $1 on conflict do nothing
   )
   insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind,
     account_id, post_id, by_words, reason, note)
   values ($1, $2, $3, $12, $13, $14, $15, $15, $16, $17, $18, $19, $20, $21)`,
)
const rememberOwners = hot(
  'kernel.remember_owners',
  `insert into kernel.post_cell (post_id, cell_id)
   select p.id, $1::integer from kernel.post p where p.id = any($2::uuid[]) and p.cell_id <> $1 on conflict do nothing`,
)
const signedRounds = hot(
  'kernel.signed_rounds',
  `select s.matter_id as matter, s.decision from kernel.matter_signature s
   where s.cell_id = $1 and s.matter_id = any($2::uuid[]) and s.step = $3
     and s.round = (select max(l.round) from kernel.matter_signature l
       where l.cell_id = s.cell_id and l.matter_id = s.matter_id and l.step = s.step)`,
)

/** Tells whether a round of signatures allows a step 会签/或签: all of those asked have agreed, or one has. */
export function roundAllows(mode: 'all' | 'any', decisions: readonly (string | null)[]): boolean {
  const agreed = decisions.filter((decision) => decision === 'agreed').length
  return mode === 'all' ? agreed > 0 && agreed === decisions.length : agreed > 0
}

/** The row as it comes: a path instead of a place. */
type MatterRow = Omit<Matter, 'host'> & { readonly path: string }

/** A row of the spine as a matter. */
export function asMatter({ path, ...row }: MatterRow): Matter {
  return { ...row, host: { cell: row.cell, path } }
}

/** The post and unit, or the person's own name for it, that the history shows for a step. */
export function wordsOf(actor: Actor): string | null {
  return actor.kind === 'post' ? `${actor.post.unitName} ${actor.post.title}` : null
}

/** The place whose rules and holidays hold for a clock: where it began (T-CAL-04). */
export function clockPlace({ cell, clockCell }: { readonly cell: number; readonly clockCell?: number | null }): {
  readonly cell: number
} {
  return { cell: clockCell ?? cell }
}

/** A clock that has just begun. */
const clean = { pauses: [], extensions: [], pausedFrom: null, pausedFor: null } as const

/** The matters of one transaction. */
export function makeMatters({ tx, actor, now, today, deadlines }: Context): Matters {
  const taker = actor.kind === 'post' ? 'officer' : actor.kind === 'system' ? 'system' : 'person'

  function clockOf(
    definition: MatterDefinition,
    state: string,
    cell: number,
    chosen: string | undefined,
    { clockFrom: from = today, pauses = [], clockCell = null }: StepNote = {},
  ) {
    const rule = ruleOf(definition, state, chosen)
    if (rule === undefined)
      return { clockRule: null, clockFrom: null, clockCell: null, dueOn: null, dueProvisional: false }
    const due = deadlines.due(rule, from, { ...clockPlace({ cell, clockCell }), pauses })
    return { clockRule: rule, clockFrom: from, clockCell, dueOn: due.on, dueProvisional: due.provisional }
  }

  /** Refuses what the step's own words ask for: a listed reason, and signatures. */
  async function checkTaken(step: string, { reasons, sign }: Step, befores: readonly Matter[], note: StepNote) {
    if (reasons && !(note.reason !== undefined && reasons.includes(note.reason))) {
      const code = note.reason === undefined ? 'kernel.field_missing' : 'kernel.field_choice'
      throw new Refusal('kernel.invalid_input', { faults: [{ field: '/reason', code }] })
    }
    if (!sign || taker === 'system') return
    const ids = befores.map(({ id }) => id)
    const rows = await tx.many<{ matter: string; decision: string | null }>(signedRounds, [befores[0]?.cell, ids, step])
    const rounds = Map.groupBy(rows, ({ matter }) => matter)
    const allowed = ids.every((id) =>
      roundAllows(
        sign,
        (rounds.get(id) ?? []).map(({ decision }) => decision),
      ),
    )
    if (!allowed) throw new Refusal('matter.signatures_open')
  }

  return {
    byWords: wordsOf(actor),

    async open(definition, cell, id) {
      const [row] = await tx.many<MatterRow>(lockMatters, [cell, [id], definition.name])
      if (!row) throw absent()
      return asMatter(row)
    },

    async openMany(definition, cell, ids) {
      return (await tx.many<MatterRow>(lockMatters, [cell, ids, definition.name])).map(asMatter)
    },

    async take(definition, before, step, note) {
      const [after] = await this.takeMany(definition, [before], step, note)
      if (!after) throw new Error('a step of one matter gives one matter')
      return after
    },

    async takeMany(definition, befores, step, note = {}) {
      const [first] = befores
      if (!first) return []
      const [taken] = befores.map((before) => {
        const offered = stepFrom(definition, before.state, step)
        if (!offered || (offered.who !== taker && taker !== 'system')) throw new Refusal('matter.step_not_open')
        return offered
      })
      if (!taken) throw new Error('a step leads somewhere')
      const { to } = taken
      await checkTaken(step, taken, befores, note)
      const ends = hasEnded(definition, to)
      const waits = waitsForPerson(definition, to)
      const clock = clockOf(definition, to, first.cell, note.clock, note)
      const afters = befores.map(
        (before): Matter => ({
          ...before,
          ...clock,
          state: to,
          owner: note.owner === undefined ? before.owner : note.owner,
          title: note.title ?? before.title,
          endedAt: ends ? now : null,
          lastEvent: before.lastEvent + 1,
          waits,
          referralDue: ends ? null : before.referralDue,
          ...clean,
          pauses: note.pauses ?? clean.pauses,
        }),
      )
      await tx.run(takeSteps, [
        first.cell,
        afters.map((after) => after.id),
        afters.map((after) => after.lastEvent),
        afters.map((after) => after.host.path),
        afters.map((after) => after.owner),
        afters.map((after) => after.title),
        befores.map((before) => before.state),
        to,
        clock.clockRule,
        clock.clockFrom,
        clock.dueOn,
        clock.dueProvisional,
        now,
        ends ? now : null,
        step,
        actor.kind,
        'account' in actor ? actor.account : null,
        actor.kind === 'post' ? actor.post.id : null,
        wordsOf(actor),
        note.reason ?? null,
        note.note ?? null,
        waits,
        JSON.stringify(note.pauses ?? clean.pauses),
        clock.clockCell,
      ])
      if (note.owner) tx.runWithNext(rememberOwners, [first.cell, [note.owner]])
      return afters
    },

    async mark(before, step, mark = {}) {
      const { reason, note, host, clock, ...changed } = mark
      const after: Matter = {
        ...before,
        ...changed,
        ...clock,
        host: host ?? before.host,
        lastEvent: before.lastEvent + 1,
      }
      await tx.run(markStep, [
        after.cell,
        after.id,
        after.lastEvent,
        after.owner,
        after.hostUnit,
        after.referralDue,
        JSON.stringify(after.pauses),
        after.pausedFrom,
        after.pausedFor,
        after.dueOn,
        after.dueProvisional,
        after.host.path,
        now,
        step,
        after.state,
        actor.kind,
        'account' in actor ? actor.account : null,
        actor.kind === 'post' ? actor.post.id : null,
        wordsOf(actor),
        reason ?? null,
        note ?? null,
      ])
      return after
    },

    beginning(definition, cell, chosen) {
      const { clockCell: _here, ...clock } = clockOf(definition, definition.initial, cell, chosen)
      if (clock.clockRule === null) throw new Error(`${definition.name} begins without a clock`)
      return { state: definition.initial, ...clock }
    },
  }
}
