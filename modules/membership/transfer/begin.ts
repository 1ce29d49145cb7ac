import type { Actor } from '@gongqiao/kernel/command/actor.ts'
import type { Fact } from '@gongqiao/kernel/command/command.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MatterDefinition } from '@gongqiao/kernel/shared/matter.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { tellDesk } from '../claiming/ending.ts'
import { incoming, transfer } from './machine.ts'
import type { Channel, Sides } from './pair.ts'

/** A member who may move: their row of the roll, locked. */
export type Movable = {
  readonly cell: number
  readonly membership: string
  readonly person: string
  readonly path: string
  readonly unit: string
  readonly name: string
  readonly identityMask: string
}

const lock = hot(
  'membership.lock_movable',
  `select m.cell_id as cell, m.id as membership, m.person_id as person, m.path, m.unit_id as unit, m.name, m.identity_mask as "identityMask"
   from membership.membership m where m.cell_id = $1 and m.person_id = $2 and m.status in ('active', 'retained') for update`,
)

/** Locks somebody's membership in a cell whose scope is open, or gives undefined where they are no member there. */
export async function lockMovable(tx: Tx, cell: number, person: string): Promise<Movable | undefined> {
  return tx.maybe<Movable>(lock, [cell, person])
}

/**
 * The union somebody may move to.
 *
 * Refuses `membership.unit_unknown`, `membership.unit_closing`, `membership.already_there`.
 */
export async function unitToMoveTo(tx: Tx, id: string, { unit }: Pick<Movable, 'unit'>): Promise<OpenUnit> {
  const to = await findOpenUnit(tx, id)
  if (!to || to.state === 'closed') throw new Refusal('membership.unit_unknown')
  if (to.state !== 'active') throw new Refusal('membership.unit_closing')
  if (to.id === unit) throw new Refusal('membership.already_there')
  return to
}

const begin = hot(
  'membership.begin_transfer',
  `with begun as (
     select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'ask', $15, $16, $17, $18)
   ), answered as (
     update membership.transfer_call set answered_at = $14, answer = 'moved'
     where cell_id = $1 and membership_id = $19 and to_unit_id = $20 and answered_at is null
   )
   insert into membership.transfer (cell_id, matter_id, path, membership_id, person_id, from_unit_id, to_unit_id, to_cell,
     incoming_id, channel, asked_at)
   select $1, $2, $3, $19, $6, $5, $20, $21, $22, $23, $14 from begun`,
)
const beginThere = hot(
  'membership.begin_incoming',
  `with begun as (
     select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'ask', $15, $16, $17, $18)
   )
   insert into membership.incoming (cell_id, matter_id, path, unit_id, person_id, name, identity_mask, from_cell, transfer_id,
     from_unit_id, channel, asked_at)
   select $1, $2, $3, $5, $6, $7, $19, $20, $21, $22, $23, $14 from begun`,
)

/** What has begun: the matter at each side, by its id. */
export type Begun = { readonly transfer: string; readonly incoming: string; readonly facts: Fact[] }

/**
 * Begins a transfer with both its sides, each with its owner and its clock: the person has said that they want it, and that
 * the two unions may know of each other. Leaves the new union's cell open.
 *
 * Refuses `membership.transfer_open` while another one is.
 */
export async function beginTransfer(
  sides: Sides & { readonly actor: Actor },
  member: Movable,
  to: OpenUnit,
  channel: Channel,
): Promise<Begun> {
  const { tx, now, open } = sides
  const { cell, membership, person } = member
  const from = await findOpenUnit(tx, member.unit)
  if (!from) throw new Error('a member has a unit')
  await open(cell)
  const running = await tx.maybe<{ matter: string; to: string }>(
    `select matter_id as matter, to_unit_id as "to" from membership.transfer where cell_id = $1 and membership_id = $2 and ended_at is null`,
    [cell, membership],
  )
  if (running) {
    const unit = (await findOpenUnit(tx, running.to))?.name ?? ''
    throw new Refusal('membership.transfer_open', { variables: { unit }, about: { cell, matter: running.matter } })
  }
  const [out, into] = [newId(now.getTime()), newId(now.getTime())]
  await tx.run(begin, [
    ...beginning(sides, transfer, { cell, id: out, path: member.path, unit: from }, member),
    membership,
    to.id,
    to.cell_id,
    into,
    channel,
  ])
  await open(to.cell_id)
  await tx.run(beginThere, [
    ...beginning(sides, incoming, { cell: to.cell_id, id: into, path: to.path, unit: to }, member),
    member.identityMask,
    cell,
    out,
    from.id,
    channel,
  ])
  const words = { name: member.name, from: from.name, to: to.name }
  await tellDesk(sides, from, 'membership.message.transfer_asked', words, '/console/desk')
  await tellDesk(sides, to, 'membership.message.transfer_coming', words, '/console/desk')
  const body = { transfer: out, person, from: from.id, to: to.id }
  return { transfer: out, incoming: into, facts: [{ cell, name: 'membership.transfer_asked', body }] }
}

type At = { readonly cell: number; readonly id: string; readonly path: string; readonly unit: OpenUnit }

/** The first eighteen values of `kernel.begin_matter`; the clock is that of the place. */
function beginning(
  { matters, services, today, now, actor }: Sides & { readonly actor: Actor },
  definition: MatterDefinition,
  { cell, id, path, unit }: At,
  member: Movable,
): readonly unknown[] {
  const clock = matters.beginning(definition, cell)
  const due = services.deadlines.due(clock.clockRule, today, { cell })
  return [
    cell,
    id,
    path,
    definition.name,
    unit.id,
    member.person,
    member.name,
    clock.state,
    unit.desk_post_id,
    clock.clockRule,
    today,
    due.on,
    due.provisional,
    now,
    actor.kind,
    'account' in actor ? actor.account : null,
    actor.kind === 'post' ? actor.post.id : null,
    matters.byWords,
  ]
}
