import { civilDay } from '@gongqiao/calendar'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { walkCells } from '@gongqiao/kernel/jobs/walk.ts'
import { isQuietHour } from '@gongqiao/kernel/messages/quiet-hours.ts'
import { couldLapse, lapseAsks } from './commands/lapse-asks.ts'
import { couldOweNews, remindInterim } from './commands/remind-interim.ts'

const hourMs = 3_600_000

/** Each night what nobody confirmed in their time counts as unconfirmed, and where guesses came from is forgotten. */
const lapse: Job = {
  name: 'rights.lapse_asks',
  schedule: '10 3 * * *',
  retry: { times: 5, delaySeconds: 300 },
  longestSeconds: 7_200,
  async run(parts) {
    const { services } = parts
    const system = systemActor('rights.lapse_asks')
    const today = civilDay(services.now())
    let lapsed = 0
    const cells = await walkCells(parts, async (cell) => {
      for (let more = true; more; ) {
        if ((await readCell(services.pool, cell, (tx) => tx.run(couldLapse, [cell, today]))) === 0) return
        const { answer }: { answer: { lapsed: number; more: boolean } } = await perform(services, system, lapseAsks, {
          cell,
        })
        lapsed += answer.lapsed
        more = answer.more
      }
    })
    const anHourAgo = new Date(services.now().getTime() - hourMs)
    const forgotten = await inTransaction(services.pool, undefined, (tx) =>
      tx.run('delete from rights.code_guess where since <= $1', [anHourAgo]),
    )
    return { cells, lapsed, forgotten }
  },
}

/** Each morning, after the quiet hours: who is owed news of a specially complex ask, and who is owed it since. */
const news: Job = {
  name: 'rights.remind_interim',
  schedule: '25 8 * * *',
  retry: { times: 5, delaySeconds: 600 },
  longestSeconds: 7_200,
  async run(parts) {
    const { services } = parts
    if (isQuietHour(services.now())) return { cells: 0, reminded: 0, missed: 0 }
    const system = systemActor('rights.remind_interim')
    const told = { reminded: 0, missed: 0 }
    const cells = await walkCells(parts, async (cell) => {
      if ((await readCell(services.pool, cell, (tx) => tx.run(couldOweNews, [cell]))) === 0) return
      for (let after: string | null | undefined; after !== null; ) {
        const input = { cell, ...(after !== undefined && { after }) }
        const { answer }: { answer: { reminded: number; missed: number; next: string | null } } = await perform(
          services,
          system,
          remindInterim,
          input,
        )
        told.reminded += answer.reminded
        told.missed += answer.missed
        after = answer.next
      }
    })
    return { cells, ...told }
  },
}

export { rightsReactions } from './reactions.ts'

/** What this module does by the clock. */
export const rightsJobs: readonly Job[] = [lapse, news]
