import { addDays, civilDay } from '@gongqiao/calendar'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { walkCells } from '@gongqiao/kernel/jobs/walk.ts'
import { couldRise, escalateMatters } from './commands/escalate-matters.ts'
import { contactsEndedBefore, couldForget, forgetInvitations } from './commands/forget-invitations.ts'
import { remindCertificatesJob } from './registration/remind-job.ts'
import { latestDueDays } from './rules.ts'
import { someTermEnds, tendTerms } from './terms/commands/tend-terms.ts'
import { reminderDays } from './terms/term.ts'

export { lifeReactions } from './life/reactions.ts'

/** Each morning, after the quiet hours, what is late rises one level (T-15). */
const escalate: Job = {
  name: 'organization.escalate',
  schedule: '0 8 * * *',
  retry: { times: 5, delaySeconds: 300 },
  longestSeconds: 7_200,
  async run(parts) {
    const { services } = parts
    const system = systemActor('organization.escalate')
    const today = civilDay(services.now())
    let risen = 0
    const cells = await walkCells(parts, async (cell) => {
      const [dueDay] = latestDueDays((rule, from) => services.deadlines.due(rule, from, { cell }).on, today)
      if ((await readCell(services.pool, cell, (tx) => tx.run(couldRise, [cell, dueDay]))) === 0) return
      for (let after: string | null | undefined; after !== null; ) {
        const input = { cell, ...(after !== undefined && { after }) }
        const { answer }: { answer: { risen: number; next: string | null } } = await perform(
          services,
          system,
          escalateMatters,
          input,
        )
        risen += answer.risen
        after = answer.next
      }
    })
    return { cells, risen }
  },
}

/** Each night the contacts of invitations that came to nothing are let go of. */
const forget: Job = {
  name: 'organization.forget_invitations',
  schedule: '40 3 * * *',
  retry: { times: 3, delaySeconds: 600 },
  longestSeconds: 3_600,
  async run(parts) {
    const { services } = parts
    const system = systemActor('organization.forget_invitations')
    const before = contactsEndedBefore(services.now())
    let forgotten = 0
    const cells = await walkCells(parts, async (cell) => {
      if ((await readCell(services.pool, cell, (tx) => tx.run(couldForget, [cell, before]))) === 0) return
      const { answer }: { answer: { forgotten: number } } = await perform(services, system, forgetInvitations, { cell })
      forgotten += answer.forgotten
    })
    return { cells, forgotten }
  },
}

/** Each morning terms that end are told of, and those that are over (ELE-04). */
const tend: Job = {
  name: 'organization.tend_terms',
  schedule: '20 6 * * *',
  retry: { times: 5, delaySeconds: 300 },
  longestSeconds: 7_200,
  async run(parts) {
    const { services } = parts
    const system = systemActor('organization.tend_terms')
    const soon = addDays(civilDay(services.now()), reminderDays[0])
    const done = { reminded: 0, overdue: 0 }
    const cells = await walkCells(parts, async (cell) => {
      if ((await readCell(services.pool, cell, (tx) => tx.run(someTermEnds, [cell, soon]))) === 0) return
      for (let after: string | null | undefined; after !== null; ) {
        const input = { cell, ...(after !== undefined && { after }) }
        const { answer }: { answer: { reminded: number; overdue: number; next: string | null } } = await perform(
          services,
          system,
          tendTerms,
          input,
        )
        done.reminded += answer.reminded
        done.overdue += answer.overdue
        after = answer.next
      }
    })
    return { cells, ...done }
  },
}

/** What this module does by the clock. */
export const organizationJobs: readonly Job[] = [escalate, forget, tend, remindCertificatesJob]
