import { inTransaction } from '../database/tx.ts'
import { cellsWithAnswers } from '../national-scans.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import type { Job, JobParts, JobReport } from './job.ts'

const dayMs = 86_400_000
/** How long answers to requests, messages that went out, and ended sign-ins of officers are kept, in days. */
const kept = { answers: 1, outgoing: 30, signIns: 30 } as const

const answers = `delete from kernel.idempotency where cell_id = $1 and (owner, key) in
  (select owner, key from kernel.idempotency where cell_id = $1 and at < $2 limit $3)`
// Messages out of the network stand in the nation-wide part.
const outgoing = `delete from kernel.outgoing where cell_id = $1 and id in
  (select id from kernel.outgoing where cell_id = $1 and at < $2 limit $3)`
const sessions = `delete from signin."session" where "id" in
  (select "id" from signin."session" where "expiresAt" < $1 limit $2)`
const verifications = `delete from signin."verification" where "id" in
  (select "id" from signin."verification" where "expiresAt" < $1 limit $2)`

async function run({ services, jobPool, signal }: JobParts): Promise<JobReport> {
  const before = (days: number) => new Date(services.now().getTime() - days * dayMs)
  const cells = await inTransaction(jobPool, undefined, cellsWithAnswers, 'read only')
  let answersGone = 0
  for (const cell of cells) {
    answersGone += await deleteInBatches(jobPool, answers, [cell, before(kept.answers)], signal)
  }
  return {
    answers: answersGone,
    outgoing: await deleteInBatches(jobPool, outgoing, [0, before(kept.outgoing)], signal),
    signIns:
      (await deleteInBatches(jobPool, sessions, [before(kept.signIns)], signal)) +
      (await deleteInBatches(jobPool, verifications, [before(kept.signIns)], signal)),
  }
}

/** Lets go of what has done its service: kept answers after 24 hours, sent messages and ended sign-ins after 30 days. */
export const cleanUp: Job = {
  name: 'kernel.clean_up',
  schedule: '10 3 * * *',
  retry: { times: 3, delaySeconds: 600 },
  longestSeconds: 3_600,
  run,
}
