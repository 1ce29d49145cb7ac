import { civilDay } from '@gongqiao/calendar'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { walkCells } from '@gongqiao/kernel/jobs/walk.ts'
import { couldLapse, lapseAffirmations } from './commands/lapse-affirmations.ts'
import { digest } from './digest.ts'
import { affirmationEnded } from './rules.ts'
import { lapseTransfers } from './transfer/jobs.ts'

export { membershipReactions } from './reactions.ts'

/** Each night what members said a year ago counts no longer. */
const lapse: Job = {
  name: 'membership.lapse_affirmations',
  schedule: '20 2 * * *',
  retry: { times: 5, delaySeconds: 300 },
  longestSeconds: 7_200,
  async run(parts) {
    const { services } = parts
    const system = systemActor('membership.lapse_affirmations')
    const ended = affirmationEnded(civilDay(services.now()))
    let lapsed = 0
    const cells = await walkCells(parts, async (cell) => {
      if ((await readCell(services.pool, cell, (tx) => tx.run(couldLapse, [cell, ended]))) === 0) return
      lapsed += (await perform(services, system, lapseAffirmations, { cell })).answer.lapsed
    })
    return { cells, lapsed }
  },
}

/** What this module does by the clock. */
export const membershipJobs: readonly Job[] = [digest, lapse, lapseTransfers]
