import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { tellDesk } from '../claiming/ending.ts'
import { moveMembership } from '../moving/move-memberships.ts'
import { closeIncoming, closeRow, endBoth, systemMatters } from './ending.ts'
import { incoming, transfer } from './machine.ts'
import type { Pair, Sides } from './pair.ts'

/** How one side of a transfer is through, for the row that both are read from. */
export type Through =
  | { readonly side: 'accepted' }
  | { readonly side: 'released'; readonly by: 'union' | 'silence' | 'decision' }

/** What became of a transfer whose side is through. */
export type Settled = { readonly completed: boolean; readonly facts: readonly Fact[] }

/**
 * Keeps that one side of a transfer is through, and where both are, moves the member in this very transaction: there is no
 * moment with two memberships or with none. The steps of the side itself have been taken.
 *
 * @see design section 2.2; rulebook MEM-31, MEM-38
 */
export async function settle(sides: Sides, pair: Pair, through: Through): Promise<Settled> {
  const { tx, now, open } = sides
  const { row } = pair
  await open(row.cell)
  if (through.side === 'accepted')
    tx.runWithNext('update membership.transfer set accepted_at = $3 where cell_id = $1 and matter_id = $2', [
      ...[row.cell, row.matter, now],
    ])
  else
    tx.runWithNext(
      'update membership.transfer set released_at = $3, released_by = $4 where cell_id = $1 and matter_id = $2',
      [row.cell, row.matter, now, through.by],
    )
  const accepted = through.side === 'accepted' || row.acceptedAt !== null
  const released = through.side === 'released' || row.releasedAt !== null
  return accepted && released ? complete(sides, pair) : { completed: false, facts: [] }
}

/**
 * Moves the member, both sides being through. Where the new union is closing at this moment they wait: the transfer follows
 * to the one that goes on from it, and is completed there.
 */
export async function complete(sides: Sides, { out, into, row }: Pair): Promise<Settled> {
  const { tx, open } = sides
  const [from, to] = [await findOpenUnit(tx, out.hostUnit), await findOpenUnit(tx, into.hostUnit)]
  if (to?.state === 'closing') return { completed: false, facts: [] }
  const moved = to?.state === 'active' && (await moveMembership(sides, row.cell, row.membership, to, 'transfer'))
  if (!from || !to || !moved) {
    const reason = to?.state === 'active' ? 'membership_ended' : 'union_gone'
    await endBoth(sides, { out, into, row }, 'end', { reason })
    return { completed: false, facts: [] }
  }
  const matters = systemMatters(sides)
  await open(row.cell)
  await matters.take(transfer, out, 'complete')
  await closeRow(sides, row.cell, row.matter, moved.membership)
  await open(row.toCell)
  await matters.take(incoming, into, 'complete')
  await closeIncoming(sides, row.toCell, row.incoming)
  await tellEverybody(sides, out, from, to, row.person)
  const body = { person: row.person, membership: moved.membership, from: from.id, to: to.id, transfer: row.matter }
  return { completed: true, facts: [...moved.facts, { cell: row.toCell, name: 'membership.transferred', body }] }
}

/** The member and both desks hear that it is done. */
async function tellEverybody(
  sides: Sides,
  { title: name, cell, id }: Matter,
  from: OpenUnit,
  to: OpenUnit,
  person: string,
): Promise<void> {
  const { tx, now } = sides
  const variables = { name, from: from.name, to: to.name, unit: to.name }
  const mine = await tx.maybe<{ account: string | null }>(
    'select account_id as account from people.open_person where cell_id = $1 and id = $2',
    [to.cell_id, person],
  )
  const account = mine?.account ?? null
  const kind = 'membership.message.transfer_done'
  const link = `/matters/${cell}/${id}`
  await leaveMessages(tx, to.cell_id, account === null ? [] : [{ account, kind, variables, link }], now)
  await tellDesk(sides, from, 'membership.message.transfer_left', variables, `/console/units/${from.id}/people`)
  await tellDesk(sides, to, 'membership.message.transfer_came', variables, `/console/units/${to.id}/people`)
}
