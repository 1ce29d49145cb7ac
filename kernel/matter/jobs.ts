import { civilDay } from '@gongqiao/calendar'
import { systemActor } from '../command/actor.ts'
import { perform } from '../command/perform.ts'
import type { Job } from '../jobs/job.ts'
import { readCell } from '../jobs/read-cell.ts'
import { walkCells } from '../jobs/walk.ts'
import { acceptSilently, couldAccept } from './commands/accept-silently.ts'

/** Each night what was referred and not answered in time is the receiver's (DL-PET-OBJ). */
const silence: Job = {
  name: 'kernel.accept_silently',
  schedule: '50 0 * * *',
  retry: { times: 5, delaySeconds: 300 },
  longestSeconds: 3_600,
  async run(parts) {
    const { services } = parts
    const system = systemActor('kernel.accept_silently')
    const today = civilDay(services.now())
    let accepted = 0
    const cells = await walkCells(parts, async (cell) => {
      while ((await readCell(services.pool, cell, (tx) => tx.run(couldAccept, [cell, today]))) > 0)
        accepted += (await perform(services, system, acceptSilently, { cell })).answer.accepted
    })
    return { cells, accepted }
  },
}

/** What the engine of matters does by the clock. */
export const matterJobs: readonly Job[] = [silence]
