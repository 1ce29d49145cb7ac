import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { stepFrom } from '@gongqiao/kernel/shared/matter.ts'
import { endTransferOf } from '../transfer/ending.ts'
import type { EndReason } from '../transfer/machine.ts'
import { sidesOf } from '../transfer/pair.ts'
import { lifeMatters } from './machine.ts'

/** Closes what an officer's act has made of no use: the open matters of a membership that has just ended. The cell is open. */
async function closeLifeMatters(
  { tx, matters }: Pick<CommandContext<unknown, ActorKind>, 'tx' | 'matters'>,
  cell: number,
  membership: string,
  except?: string,
): Promise<void> {
  const rows = await tx.many<{ id: string; kind: string }>(
    `select m.id, m.kind from membership.life_matter l join kernel.matter m on m.cell_id = l.cell_id and m.id = l.matter_id
     where l.cell_id = $1 and l.membership_id = $2 and m.ended_at is null and m.id is distinct from $3 order by m.id`,
    [cell, membership, except ?? null],
  )
  for (const { id, kind } of rows) {
    const definition = lifeMatters.find(({ name }) => name === kind)
    const before = definition && (await matters.open(definition, cell, id))
    if (before && stepFrom(definition, before.state, 'close')) await matters.take(definition, before, 'close')
  }
}

/**
 * Closes whatever is open about a membership that this act ends: other matters of its life, and the transfer it may be on.
 *
 * @param matter the one that ends it, which its own step ends
 */
export async function closeWhatIsOpen<I>(
  context: CommandContext<I, 'post'>,
  cell: number,
  membership: string,
  reason: EndReason,
  matter?: string,
): Promise<void> {
  await closeLifeMatters(context, cell, membership, matter)
  await endTransferOf(sidesOf(context, 'transfer'), cell, membership, reason)
}
