import type { DayKind } from './calendar-rows.ts'
import { type CivilDay, fromDayNumber, toDayNumber } from './civil-day.ts'
import type { Calendar } from './make-calendar.ts'

/** Says whether a day is a working day: Monday to Friday outside holidays, or a make-up working weekend day (T-CAL-05). */
export function isWorkday(day: CivilDay, calendar: Calendar, region?: string): boolean {
  const number = toDayNumber(day)
  return calendar.daysOf(region).workdaysIn(number, number) === 1
}

/** What kind of day it is, and the holiday it belongs to (T-CAL-05). */
export function dayKindOf(day: CivilDay, calendar: Calendar, region?: string): { kind: DayKind; name?: string } {
  const days = calendar.daysOf(region)
  const number = toDayNumber(day)
  const name = days.nameOf(number)
  return name === undefined ? { kind: days.kindOf(number) } : { kind: days.kindOf(number), name }
}

/**
 * The working day that lies `count` working days after a day, which itself is not counted (T-01).
 *
 * Before it when `count` is negative; 0 gives the day itself, or the first working day after it.
 *
 * @throws RangeError when the answer lies outside the calendar or `count` is no integer
 */
export function addWorkdays(day: CivilDay, count: number, calendar: Calendar, region?: string): CivilDay {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of working days: ${count}`)
  const days = calendar.daysOf(region)
  const number = toDayNumber(day)
  return fromDayNumber(count === 0 ? days.workdayFrom(number) : days.workdayAfter(number, count))
}

/** The number of working days after one day up to and including another; negative when the second comes first. */
export function workdaysBetween(from: CivilDay, to: CivilDay, calendar: Calendar, region?: string): number {
  const days = calendar.daysOf(region)
  const [first, last] = [toDayNumber(from), toDayNumber(to)]
  return first <= last ? days.workdaysIn(first + 1, last) : -days.workdaysIn(last + 1, first)
}
