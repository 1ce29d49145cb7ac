import { PgBoss } from 'pg-boss'
import { openPool } from '../database/connect.ts'
import { serverIsAway } from '../database/failures.ts'
import type { Job, JobParts, JobReport } from './job.ts'

const zone = 'Asia/Shanghai'
const keptSeconds = 7 * 86_400
const stopWithinMs = 20_000

/** Jobs that run by their schedules until they are stopped. */
export type Jobs = {
  /** Runs a job beside its schedule, as soon as a worker looks. */
  runSoon(name: string): Promise<void>
  /** Takes nothing new, tells what runs to end at its next cell, and waits for it up to 20 s. */
  stop(): Promise<void>
}

/** What the workers are started over. */
export type WorkerParts = {
  /** Address of the database under the role `gongqiao_job`. */
  readonly databaseUrl: string
  readonly jobs: readonly Job[]
  readonly parts: Omit<JobParts, 'signal'>
  readonly onDone: (job: string, report: JobReport) => void
  readonly onMistake: (error: unknown, job: string | undefined) => void
  /** Seconds between two looks of a worker for due work. */
  readonly lookEverySeconds?: number
}

/**
 * Starts a worker for each job of a table. Of all processes on one database one runs a job at a time; what fails or dies
 * with its process is tried again as the table says.
 */
export async function startJobs({
  databaseUrl,
  jobs,
  parts,
  onDone,
  onMistake,
  lookEverySeconds = 30,
}: WorkerParts): Promise<Jobs> {
  const pool = openPool(databaseUrl, 2, 'gongqiao jobs')
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    // Both ask for ownership of the tables, which the role has not; autovacuum does for a handful of rows a day.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => {
    if (!serverIsAway(error)) onMistake(error, undefined)
  })
  const stopping = new AbortController()

  async function begin(job: Job): Promise<void> {
    const { name, schedule, retry, longestSeconds } = job
    const settings = {
      retryLimit: retry.times,
      retryDelay: retry.delaySeconds,
      retryBackoff: true,
      expireInSeconds: longestSeconds,
      deleteAfterSeconds: keptSeconds,
    }
    await boss.createQueue(name, { policy: 'stately', ...settings })
    await boss.updateQueue(name, settings)
    await boss.schedule(name, schedule, null, { tz: zone, missed: 'once' })
    await boss.work(name, { pollingIntervalSeconds: lookEverySeconds }, async ([due]) => {
      const signal = due ? AbortSignal.any([stopping.signal, due.signal]) : stopping.signal
      try {
        onDone(name, await job.run({ ...parts, signal }))
      } catch (error) {
        if (!serverIsAway(error) && !signal.aborted) onMistake(error, name)
        // What is thrown here is kept beside the job: its name and nothing of the inside.
        throw new Error(`${name} did not end`)
      }
    })
  }

  try {
    await boss.start()
    const known = new Set(jobs.map((job) => job.name))
    for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
    for (const job of jobs) await begin(job)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    await pool.end()
    throw error
  }

  let ended: Promise<void> | undefined
  async function end(): Promise<void> {
    stopping.abort()
    await boss.stop({ graceful: true, timeout: stopWithinMs })
    await pool.end()
  }
  return {
    async runSoon(name) {
      await boss.send(name, {})
    },
    stop() {
      ended ??= end()
      return ended
    },
  }
}
