import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { MatterDefinition } from '@gongqiao/kernel/shared/matter.ts'
import { type Changing, lockMembership } from './change.ts'
import type { LifeMatter } from './contract.ts'
import { lifeView, type OpenLife, openLife } from './matters.ts'

type Context<I> = CommandContext<I, 'person'>

/** Locks one's own membership; its cell is open afterwards. Refuses `kernel.absent` for another's, or one that has ended. */
export async function openOwn<I extends { readonly cell: number; readonly membership: string }>(
  context: Context<I>,
): Promise<Changing> {
  const { input, actor, allow, reach } = context
  if (actor.kind === 'system') throw new Error('the system belongs to no union')
  allow.self(actor.person)
  await reach('own', { cell: input.cell, path: '' })
  const member = await lockMembership(context, input.cell, input.membership)
  if (member?.person !== actor.person || (member.status !== 'active' && member.status !== 'retained')) throw absent()
  return member
}

/** Locks one's own matter; its cell is open afterwards. Refuses `kernel.absent` for another's. */
export async function openOwnLife<I extends { readonly cell: number; readonly matter: string }>(
  context: Context<I>,
  definition: MatterDefinition,
): Promise<OpenLife> {
  const { input, actor, allow, reach } = context
  if (actor.kind === 'system') throw new Error('the system belongs to no union')
  allow.self(actor.person)
  await reach('own', { cell: input.cell, path: '' })
  const life = await openLife(context, definition, input.cell, input.matter)
  if (life.matter.subject !== actor.person) throw absent()
  return life
}

/** The matter as its person sees it. */
export async function seenByPerson<I>(context: Context<I>, cell: number, matter: string): Promise<LifeMatter> {
  const { tx, services, today, actor } = context
  return (await lifeView(tx, services, cell, matter, 'person', today, actor.language)).view
}
