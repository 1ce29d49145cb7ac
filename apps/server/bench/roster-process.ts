import { serveJobs } from './child.ts'
import { messyRoster } from './messy-roster.ts'

/** A roster to make: outside the server's process, whose memory is measured. */
export type RosterJob = {
  readonly rows: number
  readonly share: number
  readonly units: readonly string[]
  readonly from: number
  /** The sheet as it is sent, or what is true of it: the same job makes the same roster. */
  readonly want: 'csv' | 'truth'
}
export type RosterResult = Partial<ReturnType<typeof messyRoster>>

serveJobs<RosterJob, RosterResult>(async ({ rows, share, units, from, want }) => {
  const { csv, ...truth } = messyRoster(rows, share, units, from)
  return want === 'csv' ? { csv } : truth
})
