import { type CivilDay, toDayNumber } from './civil-day.ts'
import { compute } from './compute.ts'
import type { Calendar } from './make-calendar.ts'
import { joinPauses, type Period } from './period.ts'

/**
 * How much of a period is left after a day: working days for a period of working days, else calendar days; never below 0.
 *
 * Meant for a clock that stands still: while a pause is open no due day is known, but what is left is (T-11). Days of
 * pauses after that day are not counted.
 *
 * @throws RangeError for hours, and as `compute`
 */
export function remainingAfter(day: CivilDay, period: Period, calendar: Calendar): number {
  if (period.unit === 'hour') throw new RangeError('hours run on and are not left over by the day')
  const days = calendar.daysOf(period.region)
  const count =
    period.unit === 'workday'
      ? (from: number, to: number) => days.workdaysIn(from, to)
      : (from: number, to: number) => Math.max(0, to - from + 1)
  const first = toDayNumber(day) + 1
  const end = toDayNumber(compute(period, calendar).naturalEnd)
  const paused = joinPauses(period.pauses ?? []).reduce(
    (sum, pause) => sum + count(Math.max(pause.from, first), Math.min(pause.to, end)),
    0,
  )
  return count(first, end) - paused
}
