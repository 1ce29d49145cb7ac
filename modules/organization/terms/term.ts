import { addDays, addMonths, fromDayNumber, toDayNumber } from '@gongqiao/calendar'

/** Months a term may be extended by at most (ELE-03). */
export const extensionMonths = 6
/** Days before its end on which a union is reminded (ELE-04). */
export const reminderDays = [180, 90, 30] as const
/** Days after its end from which no certificate is issued without an approval (ELE-04). */
export const certificateStopsAfterDays = 183

/**
 * The last day of a term: the day before the election's anniversary.
 *
 * @see ELE-01, ELE-04: elected 2023-06-15 for 3 years, it ends 2026-06-14
 */
export function endOfTerm(electedOn: string, years: number): string {
  return addDays(fromDayNumber(addMonths(toDayNumber(electedOn), years * 12)), -1)
}

/** The latest day an extension may reach: six months after the term's own end (ELE-03). */
export function latestExtension(endsOn: string): string {
  return fromDayNumber(addMonths(toDayNumber(endsOn), extensionMonths))
}

/** A term, as far as its standing asks for it. */
export type TermDates = { readonly endsOn: string; readonly extendedUntil: string | null }

/** 任期状态: running; ending within 180 days; over and extended; over. */
export type TermState = 'running' | 'ending' | 'extended' | 'overdue'

/** The last day on which the committee decides everything it may: the term's end, or what was approved beyond it. */
export function lastFullDay({ endsOn, extendedUntil }: TermDates): string {
  return extendedUntil ?? endsOn
}

/** How a term stands on a day (ELE-04): OVERDUE from the day after its end, EXTENDED only by an approval. */
export function termState(term: TermDates, today: string): TermState {
  if (today > lastFullDay(term)) return 'overdue'
  if (today > term.endsOn) return 'extended'
  return today >= addDays(term.endsOn, -reminderDays[0]) ? 'ending' : 'running'
}

/** Tells whether whoever holds a post of the union is a caretaker 看守 on a day: nobody has approved more time. */
export function isCaretaker(lastDay: string | null, today: string): boolean {
  return lastDay !== null && today > lastDay
}

/** Tells whether a legal-person certificate may no longer be issued: 183 days after the end and nothing approved (ELE-04). */
export function certificateStopped(term: TermDates, today: string): boolean {
  return today > lastFullDay(term) && today >= addDays(term.endsOn, certificateStopsAfterDays)
}

/** Which reminders of a term's end are due on a day and were not given: the nearest alone, so that nobody gets three at once. */
export function reminderDue(endsOn: string, given: readonly number[], today: string): number | undefined {
  if (today > endsOn) return undefined
  const due = reminderDays.filter((days) => today >= addDays(endsOn, -days))
  const nearest = due.at(-1)
  return nearest === undefined || given.some((days) => days <= nearest) ? undefined : nearest
}
