import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findKnown, type Known } from '../joining/known.ts'
import { isTheirs, type Listed, lockListed, type Roster, rostersOf } from './rosters.ts'

type Context<I> = CommandContext<I, 'person'>

/** The signed-in person with their record, and a roster's row that they may answer for, locked. */
export type Claiming = { readonly known: Known; readonly listed: Listed; readonly account: string }

/**
 * Opens one listed row for the person it names: their record first, then the row. Leaves the row's cell open.
 *
 * Refuses `kernel.absent` for a row that is not theirs to answer, or was answered already.
 */
export async function openClaim<I extends Roster>(context: Context<I>): Promise<Claiming> {
  const { tx, input, actor, allow, reach } = context
  if (actor.kind === 'system') throw new Error('the system stands on no roster')
  allow.self(actor.person)
  await reach('own', { cell: actor.place.cell, path: '' })
  const known = await findKnown(context, actor.place.cell, { account: actor.account })
  if (!known) throw absent()
  const rosters = await rostersOf(tx, known)
  const { cell, membership } = input
  if (!rosters.some((roster) => roster.cell === cell && roster.membership === membership)) throw absent()
  await reach('own', { cell, path: '' })
  const listed = await lockListed(tx, { cell, membership })
  if (!listed || !isTheirs(listed, known)) throw absent()
  return { known, listed, account: actor.account }
}
