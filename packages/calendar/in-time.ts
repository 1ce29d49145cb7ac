import { addDays, type CivilDay, civilDay, type Instant, startOfDay, toDayNumber, toMilliseconds } from './civil-day.ts'

/** When an act was done: the day or instant it arrived, and the postmark where it went by post. */
export type Act = {
  readonly arrived: CivilDay | Instant
  /** Day on which a litigation document was handed to the post; travel time does not count (T-05). */
  readonly postmark?: CivilDay
}

/**
 * The first instant at which a due day or due time has passed: 24:00 of the day, or the time itself (T-04, T-14).
 *
 * @param dueAt a civil day, or a Beijing time as hours give it
 */
export function passedAt(dueAt: string): Date {
  return dueAt.length === 10 ? startOfDay(addDays(dueAt, 1)) : new Date(toMilliseconds(dueAt))
}

/**
 * Says whether an act was in time; the due day counts in full (以内, T-08), until 24:00 (T-04).
 *
 * A postmark on or before the due day is in time whenever the document arrives (T-05). Against a due time in hours the
 * act needs its instant, and the very instant is in time.
 *
 * @throws RangeError for a day where an instant is needed
 * @see 民法典 §203, 民事诉讼法 §85
 */
export function isInTime(act: Act, dueAt: string): boolean {
  if (dueAt.length !== 10) {
    if (isDay(act.arrived)) throw new RangeError('a due time in hours is judged by an instant')
    return toMilliseconds(act.arrived) <= toMilliseconds(dueAt)
  }
  const day = act.postmark ?? (isDay(act.arrived) ? act.arrived : civilDay(act.arrived))
  return toDayNumber(day) <= toDayNumber(dueAt)
}

function isDay(when: CivilDay | Instant): when is CivilDay {
  return typeof when === 'string' && when.length === 10
}
