import { civilDay } from '@gongqiao/calendar'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { leaveMessages, type NewMessage } from '@gongqiao/kernel/messages/inbox.ts'
import { claimIdentities } from '@gongqiao/modules/people/index.ts'
import { mergeRosters } from './claiming/merge.ts'
import { statusChanged } from './joining/begin.ts'
import { application } from './machine.ts'
import { decisionFault } from './rules.ts'
import { type Standing, stoodFacts } from './standing.ts'

type Context = CommandContext<unknown, 'post'>

/** An application with what deciding needs. */
export type Decidable = {
  readonly matter: Matter
  readonly membership: string
  readonly person: string
  readonly unit: string
  readonly unitName: string
  readonly account: string | null
  readonly identity: Buffer
  readonly submittedOn: string
}

/** What became of each application of a bulk: done, or the refusal's code. */
export type Decided = { readonly matter: string; readonly code: string | null }

/** Locks applications of one cell with what deciding needs. Those that are not there or not in scope are left out. */
export async function openApplications(context: Context, cell: number, ids: readonly string[]): Promise<Decidable[]> {
  const { tx, matters } = context
  const open = await matters.openMany(application, cell, ids)
  const rows = await tx.many<{
    id: string
    membership: string
    person: string
    unit: string
    unitName: string
    account: string | null
    identity: Buffer
    submitted_at: Date
  }>(
    `select a.matter_id as id, a.membership_id as membership, a.person_id as person, a.unit_id as unit, u.name as "unitName",
       p.account_id as account, p.identity_digest as identity, a.submitted_at
     from membership.application a
     join people.open_person p on p.cell_id = a.cell_id and p.id = a.person_id
     join organization.open_unit u on u.id = a.unit_id
     where a.cell_id = $1 and a.matter_id = any($2::uuid[])`,
    [cell, open.map((matter) => matter.id)],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return open.flatMap((matter) => {
    const row = byId.get(matter.id)
    return row ? [{ ...row, matter, submittedOn: civilDay(row.submitted_at) }] : []
  })
}

/**
 * Confirms applications of one cell with the committee's decision day: membership starts there (MEM-11). Whose number
 * another member holds is asked to prove who they are; the officer is not told why (design section 2.3). What the union's
 * own roster says of somebody becomes one with their membership.
 *
 * @returns what became of each, and the facts
 */
export async function confirmApplications(
  context: Context,
  cell: number,
  applications: readonly Decidable[],
  decidedOn: string,
): Promise<{ decided: Decided[]; facts: Fact[] }> {
  const { tx, now, today, matters } = context
  const decided: Decided[] = []
  const due: Decidable[] = []
  for (const item of applications) {
    const fault = decisionFault(decidedOn, item.submittedOn, today)
    const isOpen = item.matter.state === 'submitted' || item.matter.state === 'person_check'
    if (!isOpen) decided.push({ matter: item.matter.id, code: 'matter.step_not_open' })
    else if (fault) decided.push({ matter: item.matter.id, code: fault })
    else due.push(item)
  }
  const claimed = await claimIdentities(tx, cell, due)
  const yes = due.filter((item) => claimed.has(item.person))
  const held = due.filter((item) => !claimed.has(item.person))
  await matters.takeMany(
    application,
    yes.map((item) => item.matter),
    'confirm',
  )
  const stood = await startMemberships(context, cell, yes, decidedOn)
  const first = held.filter((item) => item.matter.state === 'submitted')
  await matters.takeMany(
    application,
    first.map((item) => item.matter),
    'ask_person',
  )
  for (const item of yes) decided.push({ matter: item.matter.id, code: null })
  for (const item of held) decided.push({ matter: item.matter.id, code: 'membership.person_must_prove' })
  await leaveMessages(
    tx,
    cell,
    [
      ...yes.flatMap((item) =>
        messageTo(cell, item, 'membership.message.confirmed', { unit: item.unitName, since: decidedOn }),
      ),
      ...first.flatMap((item) => messageTo(cell, item, 'membership.message.person_check', { unit: item.unitName })),
    ],
    now,
  )
  const started = yes.map((item) => statusChanged(cell, item.membership, item.unit, 'provisional', 'active', decidedOn))
  const merged = await mergeRosters(context, cell, yes)
  return { decided, facts: [...started, ...stoodFacts(cell, stood, 1), ...merged] }
}

/** A message to whoever applied; none where they have no account. */
function messageTo(
  cell: number,
  item: Decidable,
  kind: string,
  variables: { readonly [name: string]: string },
): NewMessage[] {
  return item.account ? [{ account: item.account, kind, variables, link: `/matters/${cell}/${item.matter.id}` }] : []
}

async function startMemberships(
  { tx, now }: Context,
  cell: number,
  items: readonly Decidable[],
  decidedOn: string,
): Promise<Standing[]> {
  if (items.length === 0) return []
  return tx.many<Standing>(
    `with started as (
       update membership.membership set status = 'active', since = $3 where cell_id = $1 and id = any($2::uuid[])
       returning id, path, unit_id, applied_at, claimed_at is not null as claimed, affirmed
     ), closed as (
       update membership.membership_history h set valid_to = greatest(h.valid_from, $5::timestamptz)
       where h.cell_id = $1 and h.membership_id = any($2::uuid[]) and h.valid_to is null and h.superseded_at is null
     ), told as (
       update membership.application set decided_on = $3 where cell_id = $1 and matter_id = any($6::uuid[])
     ), written as (
       insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
       select $1, id, (select max(h.number) + 1 from membership.membership_history h where h.cell_id = $1 and h.membership_id = started.id),
         greatest(applied_at, $5::timestamptz), $4, path, unit_id, 'active', 1 from started
     )
     select unit_id as unit, claimed, affirmed from started order by id`,
    [
      cell,
      items.map((item) => item.membership),
      decidedOn,
      now,
      new Date(`${decidedOn}T00:00:00+08:00`),
      items.map((item) => item.matter.id),
    ],
  )
}
