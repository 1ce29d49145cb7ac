import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { accountOfPhone, loosePhone } from '@gongqiao/modules/people/index.ts'

/** The reach that a command declares when a phone may change its owner in it. */
export const formerOwner = { former: 'whoever had the phone that was proved just now: their record loses it' } as const

/**
 * Frees a phone that its new owner has just proved by its code 号码易主, from whoever had it: their record loses it, their
 * sessions end, and they are told when they sign in the next time. Whoever proved it learns nothing of them. Leaves the
 * scope at the former owner's cell where there was one.
 *
 * @see rulebook 8.10; design section 2.3
 */
export async function freePhone<I, K extends ActorKind>(
  { tx, services, now, reach }: Pick<CommandContext<I, K>, 'tx' | 'services' | 'now' | 'reach'>,
  phone: string,
  keeper: string | null,
): Promise<void> {
  const digest = services.keyring.digest('phone', phone)
  const former = await accountOfPhone(tx, digest)
  if (!former || former.account === keeper) return
  await reach('former', { cell: former.cell, path: '' })
  await loosePhone(tx, former, digest, now)
  const { account } = former
  await leaveMessages(
    tx,
    former.cell,
    [{ account, kind: 'membership.message.phone_freed', variables: {}, link: '/record' }],
    now,
  )
}
