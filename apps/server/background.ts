import { clockFollower } from '@gongqiao/kernel/clock/follow-changes.ts'
import { remindJob } from '@gongqiao/kernel/clock/remind-job.ts'
import type { Config } from '@gongqiao/kernel/config.ts'
import { analyzeFreshTables } from '@gongqiao/kernel/database/analyze.ts'
import { runExports } from '@gongqiao/kernel/exports/run-exports.ts'
import { reactAll } from '@gongqiao/kernel/facts/reaction.ts'
import { letGoOfImports } from '@gongqiao/kernel/imports/let-go.ts'
import { workOnImports } from '@gongqiao/kernel/imports/work.ts'
import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { kernelJobs } from '@gongqiao/kernel/jobs/kernel-jobs.ts'
import { type Loop, startLoop } from '@gongqiao/kernel/jobs/loop.ts'
import type { Jobs } from '@gongqiao/kernel/jobs/worker.ts'
import { matterJobs } from '@gongqiao/kernel/matter/jobs.ts'
import { matterReactions } from '@gongqiao/kernel/matter/reactions.ts'
import { deliverDue, smsGateway } from '@gongqiao/kernel/messages/deliver.ts'
import { sealNew } from '@gongqiao/kernel/seal/seal-new.ts'
import { verifyJob } from '@gongqiao/kernel/verify/verify.ts'
import { membershipJobs, membershipReactions } from '@gongqiao/modules/membership/jobs.ts'
import { lifeReactions, organizationJobs } from '@gongqiao/modules/organization/jobs.ts'
import { peopleJobs } from '@gongqiao/modules/people/jobs.ts'
import { rightsJobs, rightsReactions } from '@gongqiao/modules/rights/jobs.ts'
import type { App } from './app.ts'
import { exportParts } from './exports.ts'
import { importParts } from './import-parts.ts'
import { allInvariants } from './invariants.ts'
import type { openLog } from './log.ts'
import { matterParts } from './matter-parts.ts'

/** Everything that happens by the clock. */
export const allJobs: readonly Job[] = [
  ...kernelJobs,
  letGoOfImports,
  ...peopleJobs,
  ...organizationJobs,
  remindJob(matterParts),
  ...membershipJobs,
  ...matterJobs,
  ...rightsJobs,
  verifyJob(allInvariants),
]

const everyMs = {
  reactions: 1_000,
  delivery: 1_000,
  exports: 500,
  deadlines: 60_000,
  clock: 2_000,
  imports: 200,
  seal: 1_000,
} as const

/** So many imports go on at once in a process: a small sheet does not wait for a county. */
const importsAtOnce = 2

/** What runs beside the requests of a process. */
export type Background = {
  /** Takes nothing new; what runs ends in order. */
  stop(): Promise<void>
}

/**
 * Starts what happens by itself: reactions to facts, text messages on their way, jobs by their schedules. Nobody waits
 * for it: the workers of the jobs are brought up when the server answers already, and tried again while the database is
 * away.
 */
export function startBackground(
  app: Pick<App, 'services' | 'jobPool' | 'jobUrl' | 'ownerUrl'>,
  config: Pick<Config, 'mode' | 'smsUrl'>,
  log: ReturnType<typeof openLog>,
): Background {
  const { services, jobPool } = app
  const { logMistake } = services
  const reactions = [
    ...membershipReactions(services),
    ...rightsReactions(services),
    ...lifeReactions(services, matterParts),
    ...matterReactions(services, matterParts),
  ]
  const mistakeIn = (loop: string) => (error: unknown) => logMistake(error, { loop })
  const loops: Loop[] = [
    startLoop((signal) => reactAll(jobPool, reactions, logMistake, signal), everyMs.reactions, mistakeIn('reactions')),
    // Two at a time: a long list does not keep a short one waiting.
    ...[1, 2].map(() =>
      startLoop((signal) => runExports(exportParts, services, signal), everyMs.exports, mistakeIn('exports')),
    ),
    ...Array.from({ length: importsAtOnce }, () =>
      startLoop(
        async (signal) => void (await workOnImports(importParts, services, signal)),
        everyMs.imports,
        mistakeIn('imports'),
      ),
    ),
    startLoop(clockFollower(services), everyMs.clock, mistakeIn('clock')),
    startLoop(async (signal) => void (await sealNew(jobPool, services, signal)), everyMs.seal, mistakeIn('seal')),
    // Another process may have loaded a year, or changed a rule.
    startLoop(() => services.deadlines.reload(), everyMs.deadlines, mistakeIn('deadlines')),
  ]
  if (config.mode === 'production' && config.smsUrl !== undefined) {
    const send = smsGateway(config.smsUrl)
    const deliver = async (signal: AbortSignal) => {
      const { sent, failed } = await deliverDue(services, send, signal)
      if (sent + failed > 0) log.info({ sent, failed }, 'messages')
    }
    loops.push(startLoop(deliver, everyMs.delivery, mistakeIn('delivery')))
  }
  let jobs: Jobs | undefined
  const bringUp = startLoop(
    async (signal) => {
      if (jobs || signal.aborted) return
      await analyzeFreshTables(app.ownerUrl)
      const { startJobs } = await import('@gongqiao/kernel/jobs/worker.ts')
      jobs = await startJobs({
        databaseUrl: app.jobUrl,
        jobs: allJobs,
        parts: { services, jobPool },
        onDone: (job, report) => log.info({ job, ...report }, 'job'),
        onMistake: (error, job) => logMistake(error, { job }),
      })
    },
    everyMs.deadlines,
    mistakeIn('jobs'),
  )
  return {
    async stop() {
      await bringUp.stop()
      await Promise.all([...loops.map((loop) => loop.stop()), jobs?.stop()])
    },
  }
}
