import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Reaction } from '@gongqiao/kernel/facts/reaction.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { callInvited } from './commands/call-invited.ts'

/** Whom a union asked to come is asked, some moments later and whether anybody is known by that name or not. */
export function callWhoWasInvited(services: Services): Reaction {
  const system = systemActor('membership.call_invited')
  return {
    name: 'membership.call_invited',
    facts: ['membership.member_invited'],
    async react(cell, facts) {
      for (const { body } of facts)
        await perform(services, system, callInvited, { cell, invitation: body['invitation'] })
    },
  }
}
