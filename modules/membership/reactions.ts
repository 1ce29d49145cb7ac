import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Reaction } from '@gongqiao/kernel/facts/reaction.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { takeInAtOnce, takenInAtOnce } from './catch-all/commands/take-in-at-once.ts'
import { heldByOthers, raiseIdentityAlert } from './commands/raise-identity-alert.ts'
import { tellDueMoved } from './commands/tell-due-moved.ts'
import { followUnits } from './life-of-units/follow-units.ts'
import { callWhoWasInvited } from './transfer/reactions.ts'

/** Whoever's number was typed by somebody else is told. Most applications name nobody's number and cost one look for all. */
function alertHolders(services: Services): Reaction {
  const system = systemActor('membership.identity_alert')
  return {
    name: 'membership.identity_alert',
    facts: ['membership.applied', 'membership.mended'],
    async react(cell, facts) {
      const applications = [...new Set(facts.map(({ body }) => body['matter']))]
      const held = await readCell(services.pool, cell, (tx) =>
        tx.many<{ matter: string }>(heldByOthers, [cell, applications]),
      )
      for (const { matter } of held) await perform(services, system, raiseIdentityAlert, { cell, matter })
    },
  }
}

/** Whoever applied to a catch-all union for the work it names is taken in at once, by its committee's standing decision. */
function takeInNewcomers(services: Services): Reaction {
  const system = systemActor('membership.take_in_at_once')
  return {
    name: 'membership.take_in_at_once',
    facts: ['membership.applied'],
    async react(cell, facts) {
      const applications = [...new Set(facts.map(({ body }) => body['matter']))]
      const due = await readCell(services.pool, cell, (tx) =>
        tx.many<{ matter: string }>(takenInAtOnce, [cell, applications]),
      )
      const matters = due.map(({ matter }) => matter)
      if (matters.length > 0) await perform(services, system, takeInAtOnce, { cell, matters })
    },
  }
}

/** Whose time became shorter is told (T-CAL-06). */
function tellShortened(services: Services): Reaction {
  const system = systemActor('membership.due_moved')
  return {
    name: 'membership.due_moved',
    facts: ['matter.due_moved'],
    async react(cell, facts) {
      for (const { body } of facts) await perform(services, system, tellDueMoved, { cell, ...body })
    },
  }
}

/** What this module does when it hears of facts. */
export function membershipReactions(services: Services): readonly Reaction[] {
  return [
    alertHolders(services),
    takeInNewcomers(services),
    tellShortened(services),
    followUnits(services),
    callWhoWasInvited(services),
  ]
}
