import type { Pool } from '../database/connect.ts'
import type { Services } from '../services.ts'

/** What a job works with. */
export type JobParts = {
  readonly services: Services
  /** Connections of the role that may do no more than projections, numbering and cleaning ask for. */
  readonly jobPool: Pool
  /** Told when the installation stops: a job ends at the next cell, and goes on from there another time. */
  readonly signal: AbortSignal
}

/** How much was done, for the log: counts only, never a name or number. */
export type JobReport = { readonly [what: string]: number }

/** One line of a module's job table 定时任务: what happens by itself, when, and how often it is tried again. */
export type Job = {
  readonly name: string
  /** Five cron fields, in Asia/Shanghai. A time missed while nothing ran is made good once. */
  readonly schedule: string
  readonly retry: { readonly times: number; readonly delaySeconds: number }
  /** Longest run; after it the job counts as lost and is tried again. */
  readonly longestSeconds: number
  /** Does the work; doing it twice does no harm. */
  readonly run: (parts: JobParts) => Promise<JobReport>
}
