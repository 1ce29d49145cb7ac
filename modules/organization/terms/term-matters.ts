import { addDays } from '@gongqiao/calendar'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MatterDefinition } from '@gongqiao/kernel/shared/matter.ts'
import type { TSchema } from 'typebox'
import type { Seat } from '../officers/seats.ts'
import type { OpenUnit } from '../open-unit.ts'
import { reminderDays } from './term.ts'
import { termEnd, vacancy } from './term-end.ts'

type Context = Pick<CommandContext<TSchema, 'post' | 'system'>, 'tx' | 'now' | 'today' | 'matters' | 'services'>

const begin = hot(
  'organization.begin_unit_matter',
  `select kernel.begin_matter($1::integer, $2::uuid, $3::text, $4::text, $5::uuid, $5::uuid, $6::text, $7::text, $8::uuid, $9::text,
     $10::date, $11::date, $12::boolean, $13::timestamptz, $14::text, $15::text, $16::uuid, $17::uuid, $18::text)`,
)

/** Who begins a matter of a union. */
export type Beginner = { readonly kind: string; readonly account: string | null; readonly post: string | null }
const nobody: Beginner = { kind: 'system', account: null, post: null }

/** Begins a matter of a union about itself, owned by a desk, its clock counted from a day. */
export async function beginUnitMatter(
  { tx, now, matters, services }: Context,
  definition: MatterDefinition,
  unit: OpenUnit,
  given: {
    readonly from: string
    readonly owner: string | null
    readonly step: string
    readonly by?: Beginner
    readonly title?: string
  },
): Promise<string> {
  const matter = newId(now.getTime())
  const rule = definition.states[definition.initial]?.clock
  if (rule === undefined) throw new Error(`${definition.name} begins without a clock`)
  const due = services.deadlines.due(rule, given.from, { cell: unit.cell_id })
  const by = given.by ?? nobody
  await tx.run(begin, [
    unit.cell_id,
    matter,
    unit.path,
    definition.name,
    unit.id,
    given.title ?? unit.name,
    definition.initial,
    given.owner,
    rule,
    given.from,
    due.on,
    due.provisional,
    now,
    given.step,
    by.kind,
    by.account,
    by.post,
    matters.byWords,
  ])
  return matter
}

/**
 * The desk of the union above, whose word some steps wait for; at the top, one's own. Where it is in another cell, the step
 * that gives it the matter lets its queue look here.
 */
export async function deskAbove(tx: Tx, unit: Pick<OpenUnit, 'parent_id' | 'desk_post_id'>): Promise<string | null> {
  if (unit.parent_id === null) return unit.desk_post_id
  const row = await tx.maybe<{ desk: string | null }>(
    'select desk_post_id as desk from organization.unit where id = $1',
    [unit.parent_id],
  )
  return row?.desk ?? unit.desk_post_id
}

/** Lets a matter that has just taken a step be due as counted from another day than today. */
export async function countFrom(
  { tx, services }: Pick<Context, 'tx' | 'services'>,
  matter: Matter,
  from: string,
): Promise<void> {
  if (matter.clockRule === null) return
  const due = services.deadlines.due(matter.clockRule, from, { cell: matter.cell })
  await tx.run(
    'update kernel.matter set clock_from = $3, due_on = $4, due_provisional = $5 where cell_id = $1 and id = $2',
    [matter.cell, matter.id, from, due.on, due.provisional],
  )
}

/** The open matter of a kind of a union, locked, with the row of its content; undefined when there is none. */
async function openOf(context: Context, table: 'term_end' | 'vacancy', unit: OpenUnit): Promise<string[]> {
  const rows = await context.tx.many<{ id: string }>(
    `select c.matter_id as id from organization.${table} c join kernel.matter m on m.cell_id = c.cell_id and m.id = c.matter_id
     where c.cell_id = $1 and c.unit_id = $2 and m.ended_at is null order by c.matter_id`,
    [unit.cell_id, unit.id],
  )
  return rows.map(({ id }) => id)
}

/** Begins the matter of a term's end, unless it is there: due on the day the term ends (ELE-04). */
export async function beginTermEnd(context: Context, unit: OpenUnit, endsOn: string): Promise<string | undefined> {
  const known = await context.tx.maybe(
    'select from organization.term_end where cell_id = $1 and unit_id = $2 and ends_on = $3',
    [unit.cell_id, unit.id, endsOn],
  )
  if (known !== undefined) return undefined
  const from = addDays(endsOn, -reminderDays[0])
  const matter = await beginUnitMatter(context, termEnd, unit, { from, owner: unit.desk_post_id, step: 'remind' })
  await context.tx.run(
    'insert into organization.term_end (cell_id, matter_id, path, unit_id, ends_on) values ($1, $2, $3, $4, $5)',
    [unit.cell_id, matter, unit.path, unit.id, endsOn],
  )
  return matter
}

/** The matter of a union's term's end, locked, or undefined when none is open. */
export async function openTermMatter(context: Context, unit: OpenUnit): Promise<Matter | undefined> {
  const [id] = await openOf(context, 'term_end', unit)
  return id === undefined ? undefined : context.matters.open(termEnd, unit.cell_id, id)
}

/** Another committee is in office: the matter of the term before is done. */
export async function endTermMatter(context: Context, unit: OpenUnit): Promise<void> {
  const before = await openTermMatter(context, unit)
  if (before) await context.matters.take(termEnd, before, 'renew')
}

/** Begins the clock of a vacant chair (ORG-43), unless it runs. */
export async function beginVacancy(context: Context, unit: OpenUnit, seat: Seat, since: string): Promise<void> {
  if ((await openOf(context, 'vacancy', unit)).length > 0) return
  const matter = await beginUnitMatter(context, vacancy, unit, { from: since, owner: unit.desk_post_id, step: 'begin' })
  await context.tx.run(
    'insert into organization.vacancy (cell_id, matter_id, path, unit_id, seat, since) values ($1, $2, $3, $4, $5, $6)',
    [unit.cell_id, matter, unit.path, unit.id, seat, since],
  )
}

/** The seat is filled: its clock stops. */
export async function endVacancies(context: Context, unit: OpenUnit, seat: Seat): Promise<void> {
  if (seat !== 'chair') return
  const befores = await context.matters.openMany(vacancy, unit.cell_id, await openOf(context, 'vacancy', unit))
  await context.matters.takeMany(vacancy, befores, 'fill')
}
