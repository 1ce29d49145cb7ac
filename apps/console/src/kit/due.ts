import { daysBetween } from '@gongqiao/ui/format.ts'

/** How a due day stands to today. Counts are working days, because the rules count so. */
export type Standing =
  | { readonly is: 'left'; readonly workdays: number; readonly soon: boolean }
  | { readonly is: 'today' }
  | { readonly is: 'late'; readonly workdays: number }

/** So few working days are left that the clock is shown as running out. */
export const soonWorkdays = 3

/**
 * Where a due day stands, in working days: 1 when it is the next working day.
 *
 * `overdue` is the server's word and wins over the reader's clock, which may be wrong; then at least one day is late.
 * @param today and due: `YYYY-MM-DD` in China's legal time
 * @param isWorkday the legal calendar with its make-up days
 */
export function standingOf(
  today: string,
  due: string,
  overdue: boolean,
  isWorkday: (day: string) => boolean,
): Standing {
  const days = daysBetween(today, due)
  if (overdue || days < 0) return { is: 'late', workdays: Math.max(1, workdaysIn(due, today, isWorkday)) }
  if (days === 0) return { is: 'today' }
  const workdays = workdaysIn(today, due, isWorkday)
  return { is: 'left', workdays, soon: workdays <= soonWorkdays }
}

/** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
export function workdaysIn(from: string, to: string, isWorkday: (day: string) => boolean): number {
  let count = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) {
    if (isWorkday(day)) count++
  }
  return count
}

/** The civil day after a day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
