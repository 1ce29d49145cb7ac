import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { type Matters, makeMatters, type StepNote } from '@gongqiao/kernel/matter/matters.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { tellDesk } from '../claiming/ending.ts'
import { type EndReason, incoming, transfer } from './machine.ts'
import { lockPair, type Pair, type Sides } from './pair.ts'

/** Steps that nobody takes by a button of their own. */
export function systemMatters({ tx, now, today, services }: Omit<Sides, 'matters' | 'open'>): Matters {
  const { deadlines } = services
  return makeMatters({ tx, actor: systemActor('membership.transfer'), now, today, deadlines })
}

/** Why it ends at each side; an end has one of the reasons a transfer knows. */
export type EndNote = StepNote & { readonly reason: string }

/**
 * Ends both sides of a transfer that will not happen; where one ended already, only the other. The old cell is open
 * afterwards.
 *
 * @param there what the new union reads, where it is not what the old one does
 */
export async function endBoth(
  sides: Sides,
  { out, into, row }: Pair,
  step: 'decline' | 'end',
  note: EndNote,
  there: EndNote = note,
): Promise<void> {
  const matters = systemMatters(sides)
  if (out.endedAt === null) {
    await sides.open(row.cell)
    await matters.take(transfer, out, step, note)
  }
  if (into.endedAt === null) {
    await sides.open(row.toCell)
    await matters.take(incoming, into, 'end', there)
  }
  await sides.open(row.toCell)
  await closeIncoming(sides, row.toCell, row.incoming)
  await sides.open(row.cell)
  await closeRow(sides, row.cell, row.matter, null)
}

/** Keeps at the old union that a transfer is over, and as which membership it went on. */
export async function closeRow(
  { tx, now }: Pick<Sides, 'tx' | 'now'>,
  cell: number,
  matter: string,
  goesOn: string | null,
): Promise<void> {
  await tx.run('update membership.transfer set ended_at = $3, goes_on_id = $4 where cell_id = $1 and matter_id = $2', [
    ...[cell, matter, now, goesOn],
  ])
}

/** Keeps at the new union that a transfer is over. */
export async function closeIncoming(
  { tx, now }: Pick<Sides, 'tx' | 'now'>,
  cell: number,
  matter: string,
): Promise<void> {
  await tx.run('update membership.incoming set ended_at = $3 where cell_id = $1 and matter_id = $2', [
    ...[cell, matter, now],
  ])
}

/** The reach of acts that end a membership which may be on its way to another union. */
export const endReach = {
  transfer: 'a transfer of a membership that ends has another side, at the union the member would have come to',
} as const

/**
 * Ends the transfer of a membership that ends, in the act that ends it: nothing stays open about somebody who is a member no
 * more. The union they would have come to is told that it is over, and not why. The membership's place is open; its whole
 * cell is afterwards where there was a transfer.
 *
 * @see rulebook MEM-30, MEM-39, MEM-40, MEM-41, MEM-43; PIPL Art 6
 */
export async function endTransferOf(sides: Sides, cell: number, membership: string, reason: EndReason): Promise<void> {
  const { tx } = sides
  const running = await tx.maybe<{ matter: string }>(
    'select matter_id as matter from membership.transfer where cell_id = $1 and membership_id = $2 and ended_at is null',
    [cell, membership],
  )
  if (!running) return
  const pair = await lockPair(sides, cell, running.matter)
  // It may have ended while this act waited for it.
  if (pair.out.endedAt !== null) return
  await endBoth(sides, pair, 'end', { reason }, { reason: 'membership_ended' })
  const to = await findOpenUnit(tx, pair.into.hostUnit)
  if (to) await tellDesk(sides, to, 'membership.message.transfer_over', { name: pair.into.title }, '/console/desk')
}
