import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { MatterDefinition } from '@gongqiao/kernel/shared/matter.ts'
import { type Changing, lockMembership } from './change.ts'
import type { LifeMatter } from './contract.ts'
import { lifeView, type OpenLife, openLife } from './matters.ts'

type Context<I> = CommandContext<I, 'post'>

/** Locks a membership for an officer's act. Refuses `kernel.absent`, `kernel.forbidden`, `membership.change_not_open`. */
export async function openMember<I extends { readonly cell: number; readonly membership: string }>(
  context: Context<I>,
): Promise<Changing> {
  const { input, allow } = context
  const member = await lockMembership(context, input.cell, input.membership)
  if (!member) throw absent()
  allow({ cell: member.cell, path: member.path })
  if (member.status !== 'active' && member.status !== 'retained') throw new Refusal('membership.change_not_open')
  return member
}

/** Locks a matter of a membership's life for an officer's act. Refuses `kernel.absent`, `kernel.forbidden`. */
export async function openForOfficer<I extends { readonly cell: number; readonly matter: string }>(
  context: Context<I>,
  definition: MatterDefinition,
): Promise<OpenLife> {
  const life = await openLife(context, definition, context.input.cell, context.input.matter)
  context.allow(life.matter.host)
  return life
}

/** The matter as the officer sees it after their step. */
export async function seenByOfficer<I>(context: Context<I>, cell: number, matter: string): Promise<LifeMatter> {
  const { tx, services, today, actor } = context
  return (await lifeView(tx, services, cell, matter, 'officer', today, actor.language)).view
}

/** Post and unit of whoever acts. */
export function actingWords<I>({ actor }: Context<I>): string | null {
  return actor.kind === 'post' ? `${actor.post.unitName} ${actor.post.title}` : null
}
