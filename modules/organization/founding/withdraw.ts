import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { founding } from './machine.ts'
import { letGoOfEmployers } from './one-union.ts'
import { foundingRow } from './record.ts'

/**
 * Ends one request in the open scope of the union of the place: what was said and who said it is let go of at once. Where
 * nobody else asked and the union of the place has not replied, the founding ends with it.
 *
 * @returns the founding's matter
 */
export async function endAsk<I, K extends ActorKind>(
  { tx, now, matters }: CommandContext<I, K>,
  cell: number,
  ask: string,
): Promise<string> {
  const ended = await tx.maybe<{ matter: string }>(
    `update organization.founding_ask set withdrawn_at = $3, name_cipher = null, phone_cipher = null, phone_mask = null, words_cipher = null
     where cell_id = $1 and id = $2 and withdrawn_at is null returning matter_id as matter`,
    [cell, ask, now],
  )
  if (!ended) throw absent()
  const row = await foundingRow(tx, cell, ended.matter)
  await tx.run('update organization.founding set asks = asks - 1 where cell_id = $1 and matter_id = $2', [
    cell,
    ended.matter,
  ])
  const before = await matters.open(founding, cell, ended.matter)
  if (before.state === 'requested' && row.askedAs !== 'officer' && row.asks <= 1) {
    await matters.take(founding, before, 'withdraw')
    await letGoOfEmployers(tx, { cell, matter: ended.matter })
  }
  return ended.matter
}
