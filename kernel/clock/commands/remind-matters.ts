import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import type { Tx } from '../../database/tx.ts'
import type { MatterParts } from '../../matter/parts.ts'
import { leaveMessages, type NewMessage } from '../../messages/inbox.ts'
import { Cell, Count, Id, nullable } from '../../shapes.ts'
import type { Place } from '../../shared/place.ts'
import { homeAccount, subjectReach } from '../home-account.ts'
import { type DueReminder, type RemindedClock, reminderOf } from '../reminding.ts'

const atOnce = 1_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

type Row = RemindedClock & {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly owner: string | null
  readonly unit: string
}
type Reminded = Row & { readonly now: DueReminder }

const openClocks = `select id, kind, subject_id as subject, owner_post_id as owner, host_unit_id as unit, clock_rule as rule,
    clock_from as "from", clock_cell as "clockCell", due_on as due, pauses, extensions, reminded_due as "remindedDue", reminded_mark as "remindedMark"
  from kernel.matter
  where cell_id = $1 and id > $2 and ended_at is null and paused_from is null and due_on >= $3 and clock_from < $3
  order by id limit $4`

const remember = `
  with reminded as (
    update kernel.matter m set reminded_due = n.of, reminded_mark = n.mark, last_event = m.last_event + 1
    from unnest($2::uuid[], $3::date[], $4::text[], $5::date[], $6::text[]) as n (id, of, mark, due, rule)
    where m.cell_id = $1 and m.id = n.id and m.ended_at is null and m.paused_from is null and m.due_on = n.due and m.clock_rule = n.rule
      and (m.reminded_due, m.reminded_mark) is distinct from (n.of, n.mark)
    returning m.id, m.path, m.state, m.last_event, n.mark
  ), told as (
    insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind, reason)
    select $1, id, last_event, path, $7, 'reminded', state, state, 'system', mark from reminded
  )
  select id from reminded`

/**
 * Reminds of due days that come nearer 到期提醒, some matters of a cell at a time: whoever owns a matter, their supervisor one
 * working day before, and for a right the person, by its safe day. Each officer gets one message for all of it; each mark
 * of a due day is reminded of once, and stands in the history.
 *
 * @see rulebook T-15, T-12, 8.2
 */
export const remindMattersCommand = (parts: Pick<MatterParts, 'units' | 'people'>) =>
  command({
    act: 'kernel.remind_matters',
    by: ['system'],
    input: Type.Object({ cell: Cell, after: Type.Optional(Id) }, { additionalProperties: false }),
    output: Type.Object({ reminded: Count, next: nullable(Id) }, { additionalProperties: false }),
    cellOf: (input) => input.cell,
    beyond: { cell: 'clocks run everywhere: open matters of the whole cell', ...subjectReach },
    async run({ tx, input, now, today, allow, reach, services }) {
      const { cell, after } = input
      const everything = { cell, path: '' }
      allow(everything)
      await reach('cell', everything)
      const rows = await tx.many<Row>(openClocks, [cell, after ?? beforeAll, today, atOnce])
      const wanted = rows.flatMap((row): Reminded[] => {
        const reminder = reminderOf(services.deadlines, cell, row, today)
        return reminder ? [{ ...row, now: reminder }] : []
      })
      const kept = await keep(tx, cell, wanted, now)
      await tellOwners(tx, parts, kept, now)
      await tellPersons(tx, parts, reach, cell, kept, now)
      const next = rows.length === atOnce ? (rows.at(-1)?.id ?? null) : null
      return { cell, after: { reminded: kept.length }, answer: { reminded: kept.length, next } }
    },
  })

async function keep(tx: Tx, cell: number, wanted: readonly Reminded[], now: Date): Promise<Reminded[]> {
  if (wanted.length === 0) return []
  const rows = await tx.many<{ id: string }>(remember, [
    cell,
    wanted.map(({ id }) => id),
    wanted.map((one) => one.now.of),
    wanted.map((one) => one.now.mark),
    wanted.map(({ due }) => due),
    wanted.map(({ rule }) => rule),
    now,
  ])
  const ids = new Set(rows.map(({ id }) => id))
  return wanted.filter(({ id }) => ids.has(id))
}

/** The desk of a unit, or of the one above it for a desk's own matters. */
async function tellOwners(
  tx: Tx,
  { units }: Pick<MatterParts, 'units'>,
  kept: readonly Reminded[],
  now: Date,
): Promise<void> {
  const duties = kept.filter((one) => one.now.side === 'duty')
  if (duties.length === 0) return
  const hosts = await units.byId(tx, new Set(duties.map(({ unit }) => unit)))
  const parents = await units.byId(
    tx,
    new Set([...hosts.values()].flatMap(({ parent }) => (parent === null ? [] : [parent]))),
  )
  const owners = new Map<string, { readonly [mark in DueReminder['mark']]: number }>()
  const supervisors = new Map<string, Map<string, number>>()
  for (const { owner, unit, now: reminder } of duties) {
    const host = hosts.get(unit)
    const post = owner ?? host?.desk ?? null
    if (post === null) continue
    const counts = owners.get(post) ?? none
    owners.set(post, { ...counts, [reminder.mark]: counts[reminder.mark] + 1 })
    if (!reminder.toSupervisor) continue
    const above = host?.parent ? parents.get(host.parent)?.desk : null
    const supervisor = host && host.desk !== post ? host.desk : above
    if (!host || !supervisor || supervisor === post) continue
    const byUnit = supervisors.get(supervisor) ?? new Map<string, number>()
    supervisors.set(supervisor, byUnit.set(host.name, (byUnit.get(host.name) ?? 0) + 1))
  }
  const holders = await tx.many<{ post: string; account: string; cell: number }>(
    `select h.post_id as post, h.account_id as account, p.cell_id as cell from kernel.post_holding h join kernel.post p on p.id = h.post_id
     where h.post_id = any($1::uuid[]) and h.valid_to is null and h.superseded_at is null order by h.post_id`,
    [[...owners.keys(), ...supervisors.keys()]],
  )
  for (const { post, account, cell } of holders) {
    const counts = owners.get(post)
    const messages: NewMessage[] = []
    if (counts) {
      const matters = Object.values(counts).reduce((sum, count) => sum + count, 0)
      messages.push({ account, kind: 'clock.message.reminded', variables: { ...counts, matters } })
    }
    for (const [unit, matters] of supervisors.get(post) ?? [])
      messages.push({ account, kind: 'clock.message.supervised', variables: { unit, matters } })
    await leaveMessages(tx, cell, messages, now)
  }
}

const none: { readonly [mark in DueReminder['mark']]: number } = {
  half: 0,
  four_fifths: 0,
  three_workdays_before: 0,
  one_workday_before: 0,
  due_day: 0,
}

/** A right is reminded of by its safe day: whose it is has an account, or hears it at the window. */
async function tellPersons(
  tx: Tx,
  parts: Pick<MatterParts, 'people'>,
  reach: (name: 'subject', place: Place) => Promise<void>,
  cell: number,
  kept: readonly Reminded[],
  now: Date,
): Promise<void> {
  for (const { id, kind, subject, due, now: reminder } of kept) {
    if (reminder.side !== 'right') continue
    const home = await homeAccount(tx, parts, reach, subject)
    if (!home) continue
    const variables = { what: `kind.${kind}.name`, on: reminder.of, due }
    const link = `/matters/${cell}/${id}`
    await leaveMessages(
      tx,
      home.cell,
      [{ account: home.account, kind: 'clock.message.your_time', variables, link }],
      now,
    )
  }
}
