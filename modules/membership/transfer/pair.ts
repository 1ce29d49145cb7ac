import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { incoming, transfer } from './machine.ts'

/** How a transfer came about: by the person, at the new union's window with their code, or by their yes to its question. */
export type Channel = 'self' | 'window' | 'invited'

/** Content of a transfer, as it stands at the union the member leaves. */
export type TransferRow = {
  readonly cell: number
  readonly matter: string
  readonly path: string
  readonly membership: string
  readonly person: string
  readonly from: string
  readonly to: string
  readonly toCell: number
  readonly incoming: string
  readonly channel: Channel
  readonly askedAt: Date
  readonly acceptedAt: Date | null
  readonly releasedAt: Date | null
  readonly releasedBy: 'union' | 'silence' | 'decision' | null
  readonly decider: string | null
  readonly endedAt: Date | null
}
export const transferColumns = `cell_id as cell, matter_id as matter, path, membership_id as membership, person_id as person,
  from_unit_id as "from", to_unit_id as "to", to_cell as "toCell", incoming_id as incoming, channel, asked_at as "askedAt",
  accepted_at as "acceptedAt", released_at as "releasedAt", released_by as "releasedBy", decider_unit_id as decider, ended_at as "endedAt"`

/** Content of the same transfer at the union the member comes to. */
export type IncomingRow = {
  readonly cell: number
  readonly matter: string
  readonly path: string
  readonly unit: string
  readonly person: string
  readonly name: string
  readonly identityMask: string
  readonly fromCell: number
  readonly transfer: string
  readonly from: string
  readonly channel: Channel
  readonly askedAt: Date
}
export const incomingColumns = `cell_id as cell, matter_id as matter, path, unit_id as unit, person_id as person, name,
  identity_mask as "identityMask", from_cell as "fromCell", transfer_id as transfer, from_unit_id as "from", channel, asked_at as "askedAt"`

/** A command that works on both sides of a transfer, and how it opens each cell. */
export type Sides = Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now' | 'today' | 'services' | 'matters'> & {
  readonly open: (cell: number) => Promise<void>
}

/** A command's context as both sides, by the name of a reach it declared. */
export function sidesOf<I, K extends ActorKind>(context: CommandContext<I, K>, reach: string): Sides {
  const { tx, now, today, services, matters } = context
  return { tx, now, today, services, matters, open: (cell) => context.reach(reach, { cell, path: '' }) }
}

/** Both matters of a transfer, locked, with its content. */
export type Pair = { readonly out: Matter; readonly into: Matter; readonly row: TransferRow }

/**
 * Locks a transfer: the side of the union the member leaves first, everywhere, so that nobody waits in a ring. The old
 * cell is open afterwards.
 *
 * Refuses `kernel.absent`.
 */
export async function lockPair({ tx, matters, open }: Sides, cell: number, matter: string): Promise<Pair> {
  await open(cell)
  const out = await matters.open(transfer, cell, matter)
  const row = await tx.maybe<TransferRow>(
    `select ${transferColumns} from membership.transfer where cell_id = $1 and matter_id = $2`,
    [cell, matter],
  )
  if (!row) throw absent()
  await open(row.toCell)
  const into = await matters.open(incoming, row.toCell, row.incoming)
  await open(cell)
  return { out, into, row }
}

/** The incoming side of a transfer in the open scope, or undefined. */
export async function findIncomingRow(
  { tx }: Pick<Sides, 'tx'>,
  cell: number,
  matter: string,
): Promise<IncomingRow | undefined> {
  return tx.maybe<IncomingRow>(
    `select ${incomingColumns} from membership.incoming where cell_id = $1 and matter_id = $2`,
    [cell, matter],
  )
}
