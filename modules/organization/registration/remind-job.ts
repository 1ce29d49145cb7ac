import { civilDay } from '@gongqiao/calendar'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { walkCells } from '@gongqiao/kernel/jobs/walk.ts'
import { couldRemind, remindCertificates, remindUntil } from './commands/remind-certificates.ts'

/** Each morning unions whose certificate may be renewed are told, once (ORG-36). */
export const remindCertificatesJob: Job = {
  name: 'organization.remind_certificates',
  schedule: '30 6 * * *',
  retry: { times: 3, delaySeconds: 600 },
  longestSeconds: 3_600,
  async run(parts) {
    const { services } = parts
    const system = systemActor('organization.remind_certificates')
    const until = remindUntil(civilDay(services.now()))
    let reminded = 0
    const cells = await walkCells(parts, async (cell) => {
      if ((await readCell(services.pool, cell, (tx) => tx.run(couldRemind, [cell, until]))) === 0) return
      const { answer }: { answer: { reminded: number } } = await perform(services, system, remindCertificates, { cell })
      reminded += answer.reminded
    })
    return { cells, reminded }
  },
}
