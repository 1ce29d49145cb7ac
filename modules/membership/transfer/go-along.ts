import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { leaveTrace, pickUp, putDown } from '@gongqiao/kernel/matter/carry.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { Road } from '../moving/road.ts'
import { closeRow, endBoth, systemMatters } from './ending.ts'
import { lockPair, type Pair, type Sides, type TransferRow, transferColumns } from './pair.ts'
import { tellMember } from './tell-member.ts'

/** The open transfers of some memberships of a cell, whose scope is open. */
export async function underwayOf(tx: Tx, cell: number, memberships: readonly string[]): Promise<TransferRow[]> {
  return tx.many<TransferRow>(
    `select ${transferColumns} from membership.transfer
     where cell_id = $1 and membership_id = any($2::uuid[]) and ended_at is null order by matter_id`,
    [cell, memberships],
  )
}

/**
 * Lets the transfers of members go along with their union that goes on as another one 承继: what the old union had to answer
 * is the other one's to answer, in the state and with the clock it has, and both sides read it in the history. Whoever was
 * on their way to that very union is there with it, and the transfer ends. Called in the transaction that moves them.
 *
 * @param underway their open transfers, read before they moved
 * @param goesOn under which id each membership goes on
 * @see ORG-26, ORG-28, ORG-29; rulebook MEM-30
 */
export async function goAlong(
  road: Road,
  underway: readonly TransferRow[],
  goesOn: ReadonlyMap<string, string>,
  into: OpenUnit,
): Promise<void> {
  const sides: Sides = { ...road, matters: systemMatters(road) }
  for (const before of underway) {
    const membership = goesOn.get(before.membership)
    if (membership === undefined) continue
    const pair = await lockPair(sides, before.cell, before.matter)
    // It may have ended while the union waited for it.
    if (pair.out.endedAt !== null) continue
    if (before.to === into.id) {
      await endBoth(sides, pair, 'end', { reason: 'same_union' })
      await tellMember(sides, pair, 'membership.message.transfer_same', into.cell_id)
      continue
    }
    const from = await findOpenUnit(sides.tx, before.from)
    const note = `${from?.name ?? ''} → ${into.name}`
    await sides.open(before.cell)
    const out = await sides.matters.mark(pair.out, 'move', { note })
    if (into.cell_id !== before.cell) await carryOut(sides, { ...pair, out }, membership, into)
    await sides.open(before.toCell)
    await sides.matters.mark(pair.into, 'move', { note })
    await sides.tx.run(
      'update membership.incoming set from_cell = $3, from_unit_id = $4 where cell_id = $1 and matter_id = $2',
      [before.toCell, before.incoming, into.cell_id, into.id],
    )
  }
}

/** Who answers after its union: its desk, where the union itself had to; else whoever decides or waits still does. */
function ownerAfter({ state, owner }: Matter, into: OpenUnit): string {
  const next = state === 'asked' ? (into.desk_post_id ?? owner) : (owner ?? into.desk_post_id)
  if (next === null) throw new Error('a matter has an owner')
  return next
}

/** Takes the old union's side of a transfer to another cell, with its history; a trace of it stays. */
async function carryOut(sides: Sides, { out, row }: Pair, membership: string, into: OpenUnit): Promise<void> {
  const { tx, services, now, open } = sides
  const carried = await pickUp(tx, out)
  const place = { cell: into.cell_id, path: into.path }
  await open(place.cell)
  await putDown(tx, services, out, carried, { place, unit: into.id, owner: ownerAfter(out, into), referralDue: null })
  await tx.run(
    `insert into membership.transfer (cell_id, matter_id, path, membership_id, person_id, from_unit_id, to_unit_id, to_cell,
       incoming_id, channel, asked_at, accepted_at, released_at, released_by, decider_unit_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (cell_id, matter_id) do update set path = excluded.path, membership_id = excluded.membership_id,
       from_unit_id = excluded.from_unit_id, to_unit_id = excluded.to_unit_id, to_cell = excluded.to_cell,
       accepted_at = excluded.accepted_at, released_at = excluded.released_at, released_by = excluded.released_by,
       decider_unit_id = excluded.decider_unit_id, ended_at = null, goes_on_id = null`,
    [
      ...[place.cell, row.matter, place.path, membership, row.person, into.id, row.to, row.toCell, row.incoming],
      ...[row.channel, row.askedAt, row.acceptedAt, row.releasedAt, row.releasedBy, row.decider],
    ],
  )
  await open(row.cell)
  await leaveTrace(tx, out, place.cell, now)
  await closeRow(sides, row.cell, row.matter, membership)
}
