import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Reaction } from '@gongqiao/kernel/facts/reaction.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { followMatters, hasStrays } from './commands/follow-matters.ts'

/** Whatever may have taken matters of a union to another place. Most of it has not, and costs one look. */
const movers = ['organization.unit_moved', 'organization.unit_closed', 'membership.status_changed'] as const

/** What this module does when it hears of facts. */
export function rightsReactions(services: Services): readonly Reaction[] {
  const system = systemActor('rights.follow_matters')
  return [
    {
      name: 'rights.follow_matters',
      facts: movers,
      async react(cell) {
        for (;;) {
          if ((await readCell(services.pool, cell, (tx) => tx.run(hasStrays, [cell]))) === 0) return
          const { answer } = await perform(services, system, followMatters, { cell })
          if (answer.followed === 0) return
        }
      },
    },
  ]
}
