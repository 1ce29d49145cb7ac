import { cleanUp } from './clean-up.ts'
import type { Job } from './job.ts'
import { recompute } from './recompute.ts'

/** What the kernel itself does by the clock. */
export const kernelJobs: readonly Job[] = [cleanUp, recompute]
