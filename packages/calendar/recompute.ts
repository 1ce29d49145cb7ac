import { compute, type Deadline } from './compute.ts'
import type { Calendar } from './make-calendar.ts'
import type { Period } from './period.ts'

/** What a newly published schedule does to a deadline. */
export type Recomputed = {
  readonly before: Deadline
  readonly after: Deadline
  /** Where the due day went. */
  readonly moved: 'nowhere' | 'earlier' | 'later'
  /** True when the person must be told at once: the due day or the safe day became earlier. */
  readonly mustTell: boolean
}

/**
 * Computes a deadline anew under a calendar that has more published years (T-CAL-06).
 *
 * A due day that moves earlier, or a safe day that does, takes time from the person concerned.
 */
export function recompute(period: Period, old: Calendar, current: Calendar): Recomputed {
  const before = compute(period, old)
  const after = compute(period, current)
  return {
    before,
    after,
    moved: after.dueAt === before.dueAt ? 'nowhere' : after.dueAt < before.dueAt ? 'earlier' : 'later',
    mustTell: after.dueAt < before.dueAt || after.safeBy < before.safeBy,
  }
}
