import { isWorkday as isWorkdayOf, officialCalendar } from '@gongqiao/calendar'

const calendar = officialCalendar()

/**
 * Tells whether a day `YYYY-MM-DD` is a working day in China: holidays out, make-up days in.
 *
 * Past the last published year only weekends and fixed-date holidays are known; the server marks such due days as
 * provisional. @see T-CAL-05
 */
export function isWorkday(day: string): boolean {
  return isWorkdayOf(day, calendar)
}
