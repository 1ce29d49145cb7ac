import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { closeRecord, letNumberGo } from '@gongqiao/modules/people/index.ts'
import { statusChanged } from '../joining/begin.ts'
import { keepNames } from '../names.ts'
import { stoodFacts } from '../standing.ts'
import { type ChangeReason, type LifeState, rollStatusOf, transitionOf } from './transitions.ts'

type Parts = Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now'>

/** A membership locked for a change. */
export type Changing = {
  readonly cell: number
  readonly membership: string
  readonly person: string
  readonly path: string
  readonly unit: string
  readonly name: string
  readonly status: 'provisional' | 'listed' | 'active' | 'retained' | 'ended'
  readonly since: string | null
  readonly claimed: boolean
  readonly affirmed: boolean
  readonly account: string | null
}

/** Locks a membership of the open scope, or gives undefined. */
export async function lockMembership(
  { tx }: Pick<Parts, 'tx'>,
  cell: number,
  membership: string,
): Promise<Changing | undefined> {
  const locked = await tx.run('select from membership.membership where cell_id = $1 and id = $2 for update', [
    cell,
    membership,
  ])
  if (locked === 0) return undefined
  return tx.maybe<Changing>(
    `select m.cell_id as cell, m.id as membership, m.person_id as person, m.path, m.unit_id as unit, m.name, m.status, m.since,
       m.claimed_at is not null as claimed, m.affirmed, p.account_id as account
     from membership.membership m join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
     where m.cell_id = $1 and m.id = $2`,
    [cell, membership],
  )
}

/** A change to make: to which state, why, and from which day on. */
export type Change = { readonly to: LifeState; readonly reason: ChangeReason; readonly on: string }

/**
 * Changes what a membership is, with its line of history and the facts that figures need: the one place that does. Whoever
 * leaves lets their number go; of whoever died the record closes. The cell's scope is open.
 *
 * Refuses `membership.change_not_open` unless the rulebook's table allows it.
 *
 * @see rulebook 4.4
 */
export async function changeStanding(parts: Parts, member: Changing, { to, reason, on }: Change): Promise<Fact[]> {
  const { tx, now } = parts
  const { cell, membership, person, unit, status } = member
  const allowed = status === 'active' || status === 'retained' ? transitionOf(status, to, reason) : undefined
  if (!allowed) throw new Refusal('membership.change_not_open')
  const next = rollStatusOf(to)
  const from = new Date(`${on}T00:00:00+08:00`)
  await tx.run(
    `with closed as (
       update membership.membership_history h set valid_to = greatest(h.valid_from, $3::timestamptz)
       where h.cell_id = $1 and h.membership_id = $2 and h.valid_to is null and h.superseded_at is null
       returning h.number, greatest(h.valid_from, $3::timestamptz) as at
     ), changed as (
       update membership.membership set status = $5, ended_on = case when $5 = 'ended' then $6::date end,
         affirmed = affirmed and $5 <> 'ended'
       where cell_id = $1 and id = $2 returning path, unit_id
     )
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, valid_to, recorded_at, path, unit_id,
       status, change_code, change_reason)
     select $1, $2, closed.number + 1, closed.at, case when $5 = 'ended' then closed.at end, $4, changed.path, changed.unit_id,
       $5, $7, $8 from changed, closed`,
    [cell, membership, from, now, next, on, allowed.code, reason],
  )
  const change = statusChanged(cell, membership, unit, status, next === 'ended' ? null : next, on)
  if (next !== 'ended') return [change]
  keepNames(tx, cell, [membership])
  if (to === 'deceased') await closeRecord(tx, { cell, person }, now)
  else await letNumberGo(tx, { cell, person })
  return [change, ...stoodFacts(cell, [member], -1)]
}
