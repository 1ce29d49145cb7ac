import { addDays, addMonths, fromDayNumber, toDayNumber } from '@gongqiao/calendar'

/**
 * The last day of a term 任期 of whole years that begins on election day.
 *
 * @see ELE-01
 */
export function termEndsOn(electedOn: string, years: number): string {
  return addDays(monthsAfter(electedOn, 12 * years), -1)
}

/**
 * The last day to which a term may be extended.
 *
 * @param months how many months after its end an approval may reach
 * @see ELE-03
 */
export function latestExtension(endsOn: string, months: number): string {
  return monthsAfter(endsOn, months)
}

/** Tells whether a term of so many years may be given. @see ELE-01 */
export function isTermAllowed(years: number, allowed: readonly number[]): boolean {
  return allowed.includes(years)
}

/** What the day of an election is against the end of the term before. */
export type Timing = 'on_time' | 'early' | 'late'

/**
 * Whether an election is on time: within so many days before the term's end, or within an extension that was approved.
 *
 * @param endsOn last day of the term, or the day to which it was extended
 * @see ELE-03, ELE-04
 */
export function timingOf(electedOn: string, endsOn: string, earlyDays: number): Timing {
  if (electedOn > endsOn) return 'late'
  return electedOn < addDays(endsOn, -earlyDays) ? 'early' : 'on_time'
}

function monthsAfter(day: string, months: number): string {
  return fromDayNumber(addMonths(toDayNumber(day), months))
}
