import type { Job } from '@gongqiao/kernel/jobs/job.ts'
import { digest } from './digest.ts'

export { membershipReactions } from './reactions.ts'

/** What this module does by the clock. */
export const membershipJobs: readonly Job[] = [digest]
