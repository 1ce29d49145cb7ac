import type { Actor } from '../command/actor.ts'
import { hot, type Tx } from '../database/tx.ts'
import { absent, Refusal } from '../refusal.ts'
import { hasEnded, type MatterDefinition, clockOf as ruleOf, stepFrom } from '../shared/matter.ts'
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
  readonly dueOn: string | null
  readonly dueProvisional: boolean
  readonly openedAt: Date
  readonly endedAt: Date | null
  readonly lastEvent: number
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
   * Refuses `matter.step_not_open` unless the state offers it to this kind of actor.
   */
  take(definition: MatterDefinition, before: Matter, step: string, note?: StepNote): Promise<Matter>
  /** The values of a matter about to begin, for the statement that begins it together with its content. */
  beginning(
    definition: MatterDefinition,
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
  owner_post_id as owner, escalations, clock_rule as "clockRule", clock_from as "clockFrom", due_on as "dueOn",
  due_provisional as "dueProvisional", opened_at as "openedAt", ended_at as "endedAt", last_event as "lastEvent"`

const lockMatters = hot(
  'kernel.lock_matters',
  `select ${matterColumns} from kernel.matter where cell_id = $1 and id = any($2::uuid[]) and kind = $3 order by id for update`,
)
const takeSteps = hot(
  'kernel.take_steps',
  `with step as (
     select * from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[])
       as s (id, number, path, owner, title, from_state)
   ), moved as (
     update kernel.matter m set state = $8, owner_post_id = step.owner, clock_rule = $9, clock_from = $10, due_on = $11,
       due_provisional = $12, changed_at = $13, ended_at = $14, last_event = step.number, title = step.title
     from step where m.cell_id = $1 and m.id = step.id
   )
   insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind,
     account_id, post_id, by_words, reason, note)
   select $1, step.id, step.number, step.path, $13, $15, step.from_state, $8, $16, $17, $18, $19, $20, $21 from step`,
)

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

/** The matters of one transaction. */
export function makeMatters({ tx, actor, now, today, deadlines }: Context): Matters {
  const taker = actor.kind === 'post' ? 'officer' : actor.kind === 'system' ? 'system' : 'person'

  function clockOf(definition: MatterDefinition, state: string, chosen?: string, from = today) {
    const rule = ruleOf(definition, state, chosen)
    if (rule === undefined) return { clockRule: null, clockFrom: null, dueOn: null, dueProvisional: false }
    const due = deadlines.due(rule, from)
    return { clockRule: rule, clockFrom: from, dueOn: due.on, dueProvisional: due.provisional }
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
      const to = befores.map((before) => {
        const taken = stepFrom(definition, before.state, step)
        if (!taken || (taken.who !== taker && taker !== 'system')) throw new Refusal('matter.step_not_open')
        return taken.to
      })[0]
      if (to === undefined) throw new Error('a step leads somewhere')
      const clock = clockOf(definition, to, note.clock, note.clockFrom)
      const afters = befores.map(
        (before): Matter => ({
          ...before,
          ...clock,
          state: to,
          owner: note.owner === undefined ? before.owner : note.owner,
          title: note.title ?? before.title,
          endedAt: hasEnded(definition, to) ? now : null,
          lastEvent: before.lastEvent + 1,
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
        hasEnded(definition, to) ? now : null,
        step,
        actor.kind,
        'account' in actor ? actor.account : null,
        actor.kind === 'post' ? actor.post.id : null,
        wordsOf(actor),
        note.reason ?? null,
        note.note ?? null,
      ])
      return afters
    },

    beginning(definition, chosen) {
      const clock = clockOf(definition, definition.initial, chosen)
      if (clock.clockRule === null) throw new Error(`${definition.name} begins without a clock`)
      return { state: definition.initial, ...clock }
    },
  }
}
