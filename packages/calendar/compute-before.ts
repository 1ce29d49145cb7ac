import { addMonths, type CivilDay, fromDayNumber, toDayNumber } from './civil-day.ts'
import { restRuns } from './day-runs.ts'
import type { Calendar } from './make-calendar.ts'
import { totalLength } from './period.ts'
import type { BeforeTrace } from './trace.ts'

/** A duty to act "at least N days before" an event (提前N日). */
export type Before = {
  /** The day of the event; itself not counted. */
  readonly event: CivilDay
  readonly length: number
  readonly unit: BeforeTrace['unit']
  /** True when the acting day is not counted either, so that N full days lie between (满N日); false when left out. */
  readonly clearDays?: boolean
  readonly region?: string
  readonly rule?: string
}

/** The latest day to act before an event. */
export type LatestDay = {
  /** The day counted back to, before any moving. */
  readonly naturalDay: CivilDay
  /** The last working day on or before it. */
  readonly latestDay: CivilDay
  readonly provisional: boolean
  readonly trace: BeforeTrace
}

/**
 * Computes the latest day to act at least N days before an event: counted back, the event's day not counted, and moved
 * earlier when it falls on a rest day (T-13).
 *
 * @throws RangeError for a length below 1, an event that is no day, or an answer outside the calendar
 */
export function computeBefore(before: Before, calendar: Calendar): LatestDay {
  const { event, length, unit, clearDays = false, region, rule } = before
  const days = calendar.daysOf(region)
  const last = toDayNumber(event)
  const counted = countBack(last, totalLength(before), unit, (day, count) => days.workdayAfter(day, -count))
  const natural = clearDays ? counted - 1 : counted
  const latest = days.workdayUpTo(natural)
  const read: [number, number] = [latest, unit === 'workday' ? last - 1 : natural]
  const naturalDay = fromDayNumber(natural)
  const latestDay = fromDayNumber(latest)
  return {
    naturalDay,
    latestDay,
    provisional: days.isProvisional(...read),
    trace: {
      kind: 'before',
      ...(rule === undefined ? {} : { rule }),
      ...(region === undefined ? {} : { region }),
      event,
      length,
      unit,
      clearDays,
      calendar: calendar.version,
      naturalDay,
      movedOver: restRuns(days, latest + 1, natural),
      latestDay,
      provisionalYears: days.provisionalYears(...read),
    },
  }
}

function countBack(
  event: number,
  length: number,
  unit: BeforeTrace['unit'],
  workdaysBefore: (day: number, count: number) => number,
): number {
  if (unit === 'workday') return workdaysBefore(event, length)
  if (unit === 'day') return event - length
  return addMonths(event, unit === 'month' ? -length : -length * 12)
}
