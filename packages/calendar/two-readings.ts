import type { CivilDay } from './civil-day.ts'
import { compute, type Deadline } from './compute.ts'
import type { Calendar } from './make-calendar.ts'
import type { Period } from './period.ts'
import type { DayTrace } from './trace.ts'

/** A period of days whose law leaves open whether calendar or working days are meant. */
export type AmbiguousPeriod = Omit<Period, 'unit' | 'roll'>

/** Both readings of such a period, and what follows for either side (T-12, G-06). */
export type TwoReadings = {
  /** As calendar days, rolling over rest days. */
  readonly calendarReading: Deadline<DayTrace>
  readonly workdayReading: Deadline<DayTrace>
  /** The earliest safe day: what the holder of a right is shown. */
  readonly safeBy: string
  /** The latest due day: only after it may the bearer of a duty be called overdue. */
  readonly overdueAfter: string
  readonly provisional: boolean
}

/**
 * Computes a period of days under both readings of 日.
 *
 * @see T-07, T-12
 */
export function computeTwoReadings(period: AmbiguousPeriod, calendar: Calendar): TwoReadings {
  const calendarReading = compute({ ...period, unit: 'day', roll: true }, calendar)
  const workdayReading = compute({ ...period, unit: 'workday', roll: true }, calendar)
  const [safeBy] = inOrder(calendarReading.safeBy, workdayReading.safeBy)
  const [, overdueAfter] = inOrder(calendarReading.dueAt, workdayReading.dueAt)
  return {
    calendarReading,
    workdayReading,
    safeBy,
    overdueAfter,
    provisional: calendarReading.provisional || workdayReading.provisional,
  }
}

function inOrder(a: CivilDay, b: CivilDay): readonly [earlier: CivilDay, later: CivilDay] {
  return a <= b ? [a, b] : [b, a]
}
