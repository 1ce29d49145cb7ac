import { maskIdentityNumber, nameBigrams } from '@gongqiao/codes'
import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit, type OpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { enterAgain, leaveCell } from '@gongqiao/modules/people/index.ts'
import type { JoinOutcome } from '../contract.ts'
import { application } from '../machine.ts'
import { keepNames } from '../names.ts'
import { newCardNumber } from '../rules.ts'
import { noticeVersion } from '../texts/notice.ts'
import { callToMove } from '../transfer/calls.ts'
import { type Beginning, begunOf, statusChanged } from './begin.ts'

/** Somebody the network knows already, in the cell where their record is. */
export type Known = {
  readonly cell: number
  readonly person: string
  readonly path: string
  readonly account: string | null
  readonly name: string
  readonly identity_digest: Buffer
  readonly phone_digest: Buffer | null
  readonly membership: string | null
  readonly membership_path: string | null
  readonly status: 'provisional' | 'active' | 'retained' | null
  readonly unit: string | null
  readonly matter: string | null
}

type Context<I> = CommandContext<I, ActorKind>

/** Reads what is known of a person in their cell, whose scope is open. */
export async function findKnown<I>(
  { tx }: Context<I>,
  cell: number,
  by: { account: string } | { person: string },
): Promise<Known | undefined> {
  const [column, value] = 'account' in by ? (['account_id', by.account] as const) : (['id', by.person] as const)
  return tx.maybe<Known>(
    `select p.cell_id as cell, p.id as person, p.path, p.account_id as account, p.name, p.identity_digest, p.phone_digest,
       m.id as membership, m.path as membership_path, m.status, m.unit_id as unit, a.matter_id as matter
     from people.open_person p
     left join membership.membership m on m.cell_id = p.cell_id and m.person_id = p.id and m.status not in ('listed', 'ended')
     left join membership.application a on a.cell_id = p.cell_id and a.membership_id = m.id and m.status = 'provisional'
     where p.cell_id = $1 and p.${column} = $2 and p.gone_on is null
     order by a.submitted_at desc nulls last limit 1`,
    [cell, value],
  )
}

/** Tells a member who proved their phone where they are a member, and asks them whether they want to move (T-MEM-1). */
export async function answerMember<I>(context: Context<I>, known: Known, target: OpenUnit): Promise<JoinOutcome> {
  const { tx, now } = context
  const unit = known.unit === null ? undefined : await findOpenUnit(tx, known.unit)
  if (!unit || known.membership === null) throw new Error('a member has a unit')
  await callToMove(tx, known.cell, known.membership, target.id, 'scan', now)
  return { outcome: 'member_already', card: null, memberOf: unitNameOf(unit) }
}

/**
 * Ends an open application in favour of another one, with the worker's consent (MEM-13).
 *
 * Refuses `membership.application_open` when that consent names no or another application.
 */
export async function replaceOpenApplication<I>(
  context: Context<I>,
  known: Known,
  consent: { readonly cell: number; readonly matter: string } | undefined,
): Promise<Fact[]> {
  const { tx, matters } = context
  if (known.matter === null || known.membership === null || known.unit === null) return []
  if (consent?.cell !== known.cell || consent.matter !== known.matter) {
    const unit = await findOpenUnit(tx, known.unit)
    throw new Refusal('membership.application_open', {
      variables: { unit: unit?.name ?? '' },
      about: { cell: known.cell, matter: known.matter, unitName: unit?.name ?? '' },
    })
  }
  await matters.take(application, await matters.open(application, known.cell, known.matter), 'replace')
  await endMembership(context, known.cell, known.membership)
  return [statusChanged(known.cell, known.membership, known.unit, 'provisional', null)]
}

/** Ends a membership's roll row and its history line today. */
export async function endMembership<I>(
  { tx, now, today }: Pick<Context<I>, 'tx' | 'now' | 'today'>,
  cell: number,
  membership: string,
): Promise<void> {
  await tx.run(
    `with closed as (
       update membership.membership_history set valid_to = greatest(valid_from, $3) where cell_id = $1 and membership_id = $2 and valid_to is null and superseded_at is null
     )
     update membership.membership set status = 'ended', ended_on = $4 where cell_id = $1 and id = $2`,
    [cell, membership, now, today],
  )
  keepNames(tx, cell, [membership])
}

/**
 * Begins a provisional membership for somebody who has a record and no membership: the record takes what was typed now,
 * and moves with its account when the unit is in another cell.
 */
export async function beginForKnown<I>(context: Context<I>, known: Known, beginning: Beginning) {
  const { tx, now, today, services, matters, reach } = context
  const { unit, person } = beginning
  if (known.account === null || beginning.phone === null) throw new Error('somebody who proved a phone has an account')
  const cell = unit.cell_id
  const moves = known.cell !== cell
  if (moves) await leaveCell(tx, known, known.account, today, now)
  await reach('unit', { cell, path: '' })
  const key = { cell, person: known.person }
  const { account } = known
  await enterAgain(
    tx,
    services,
    { key, path: unit.path, account, person, phone: beginning.phone, notice: noticeVersion },
    now,
  )
  const mask = maskIdentityNumber(person.identityNumber)
  const clock = matters.beginning(application, cell)
  const [membership, matter, card] = [newId(now.getTime()), newId(now.getTime()), newCardNumber()]
  await tx.run(
    `select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'submit', 'person', $15, null, null),
       membership.begin_provisional($1, $3, $16, $6, $5, $7, $17, $18, $19, $20, $21, $2, $22, 'self', null, null, $14)`,
    [
      cell,
      matter,
      unit.path,
      application.name,
      unit.id,
      known.person,
      person.name,
      clock.state,
      unit.desk_post_id,
      clock.clockRule,
      clock.clockFrom,
      clock.dueOn,
      clock.dueProvisional,
      now,
      known.account,
      membership,
      nameBigrams(person.name),
      person.sex,
      person.birthDate,
      mask,
      card,
      beginning.code,
    ],
  )
  return begunOf(context, beginning, { person: known.person, membership, matter, card, clock })
}
