import { type CivilDay, fromDayNumber, toDayNumber } from './civil-day.ts'
import type { Calendar } from './make-calendar.ts'

/** When a reminder goes out, measured at its deadline. */
export type ReminderMark =
  | 'half'
  | 'four_fifths'
  | 'three_workdays_before'
  | 'one_workday_before'
  | 'due_day'
  | 'one_workday_after'

/** One reminder, and to whom the matter is raised with it. */
export type Reminder = {
  readonly day: CivilDay
  readonly mark: ReminderMark
  readonly raiseTo?: 'supervisor' | 'one_level_up'
}

/**
 * The reminders of a deadline in order, at most one a day, the more urgent one where two fall together (T-15).
 *
 * At half and four fifths of the days, three and one working days before, on the due day and one working day after;
 * raised to the supervisor one working day before and one level up one working day after. None falls on or before the
 * trigger's day.
 *
 * @param deadline the day the clock started and the due day, both civil days
 */
export function remindersOf(
  deadline: { readonly trigger: CivilDay; readonly dueAt: CivilDay; readonly region?: string },
  calendar: Calendar,
): Reminder[] {
  const days = calendar.daysOf(deadline.region)
  const trigger = toDayNumber(deadline.trigger)
  const due = toDayNumber(deadline.dueAt)
  // Thirds and tenths of a day do not exist: a share is reached on the first day that has all of it.
  const shareOf = (tenths: number): number => trigger + Math.ceil(((due - trigger) * tenths) / 10)
  const byUrgency: readonly (readonly [number, Omit<Reminder, 'day'>])[] = [
    [shareOf(5), { mark: 'half' }],
    [shareOf(8), { mark: 'four_fifths' }],
    [days.workdayAfter(due, -3), { mark: 'three_workdays_before' }],
    [days.workdayAfter(due, -1), { mark: 'one_workday_before', raiseTo: 'supervisor' }],
    [due, { mark: 'due_day' }],
    [days.workdayAfter(due, 1), { mark: 'one_workday_after', raiseTo: 'one_level_up' }],
  ]
  return [...new Map(byUrgency)]
    .filter(([day]) => day > trigger)
    .sort(([a], [b]) => a - b)
    .map(([day, reminder]) => ({ day: fromDayNumber(day), ...reminder }))
}
