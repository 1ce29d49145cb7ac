import { civilDay } from '@gongqiao/calendar'
import { systemActor } from '../command/actor.ts'
import { perform } from '../command/perform.ts'
import type { Job } from '../jobs/job.ts'
import { readCell } from '../jobs/read-cell.ts'
import { walkCells } from '../jobs/walk.ts'
import type { MatterParts } from '../matter/parts.ts'
import { isQuietHour } from '../messages/quiet-hours.ts'
import { remindMattersCommand } from './commands/remind-matters.ts'

const couldRemind = `select from kernel.matter
  where cell_id = $1 and ended_at is null and paused_from is null and due_on >= $2 and clock_from < $2 limit 1`

/**
 * Each morning, after the quiet hours, due days that come nearer are reminded of, cell by cell (T-15). What is tried again at
 * night waits for the morning.
 */
export function remindJob(parts: Pick<MatterParts, 'units' | 'people'>): Job {
  const remindMatters = remindMattersCommand(parts)
  return {
    name: 'kernel.remind_matters',
    schedule: '20 8 * * *',
    retry: { times: 5, delaySeconds: 600 },
    longestSeconds: 7_200,
    async run(job) {
      const { services } = job
      if (isQuietHour(services.now())) return { cells: 0, reminded: 0 }
      const system = systemActor('kernel.remind_matters')
      const today = civilDay(services.now())
      let reminded = 0
      const cells = await walkCells(job, async (cell) => {
        if ((await readCell(services.pool, cell, (tx) => tx.run(couldRemind, [cell, today]))) === 0) return
        for (let after: string | null | undefined; after !== null; ) {
          const input = { cell, ...(after !== undefined && { after }) }
          const { answer }: { answer: { reminded: number; next: string | null } } = await perform(
            services,
            system,
            remindMatters,
            input,
          )
          reminded += answer.reminded
          after = answer.next
        }
      })
      return { cells, reminded }
    },
  }
}
