import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import type { Reaction } from '@gongqiao/kernel/facts/reaction.ts'
import type { MatterParts } from '@gongqiao/kernel/matter/parts.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { carriedAtMost, carryMatters } from './commands/carry-matters.ts'

/**
 * What follows from what became of unions: open matters of one that went on in another county follow to the desk there, so
 * many in one transaction. A process that dies on the way goes on with those that are left.
 *
 * @see ORG-28
 */
export function lifeReactions(services: Services, parts: MatterParts): readonly Reaction[] {
  const system = systemActor('organization.carry_matters')
  const carry = carryMatters(parts)
  return [
    {
      name: 'organization.carry_matters',
      facts: ['organization.unit_closed'],
      async react(cell, facts) {
        for (const { body } of facts) {
          const { into, open = [] } = asClosed(body)
          for (let at = 0; at < open.length; at += carriedAtMost)
            await perform(services, system, carry, { cell, into, matters: open.slice(at, at + carriedAtMost) })
        }
      },
    },
  ]
}

/** Safe because `closeInto` alone writes this fact; one from inside a county names no matters. */
function asClosed(body: NumberedFact['body']): { readonly into: string; readonly open?: readonly string[] } {
  return body as { readonly into: string; readonly open?: readonly string[] }
}
