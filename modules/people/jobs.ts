import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { deleteInBatches } from '@gongqiao/kernel/jobs/delete-in-batches.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { cellsWithSessions } from './national-scans.ts'

const dayMs = 86_400_000
/** How long an expired phone code and an ended session are kept, in days. */
const kept = { codes: 1, sessions: 30 } as const

const codes = `delete from people.phone_code where digest in
  (select digest from people.phone_code where expires_at < $1 limit $2)`
const sessions = `delete from people.session where cell_id = $1 and token_digest in
  (select token_digest from people.session where cell_id = $1 and (expires_at < $2 or ended_at < $2) limit $3)`

/** Lets go of phone codes a day after they expired, and of sessions thirty days after their end. */
const cleanUp: Job = {
  name: 'people.clean_up',
  schedule: '20 3 * * *',
  retry: { times: 3, delaySeconds: 600 },
  longestSeconds: 3_600,
  async run({ services, jobPool, signal }) {
    const before = (days: number) => new Date(services.now().getTime() - days * dayMs)
    const cells = await inTransaction(jobPool, undefined, cellsWithSessions, 'read only')
    let ended = 0
    for (const cell of cells) ended += await deleteInBatches(jobPool, sessions, [cell, before(kept.sessions)], signal)
    return { codes: await deleteInBatches(jobPool, codes, [before(kept.codes)], signal), sessions: ended }
  },
}

/** What this module does by the clock. */
export const peopleJobs: readonly Job[] = [cleanUp]
