import { addMonths, beijingTime, type CivilDay, fromDayNumber, toMilliseconds } from './civil-day.ts'
import { restRuns } from './day-runs.ts'
import type { DayTable } from './day-table.ts'
import type { Calendar } from './make-calendar.ts'
import { joinPauses, type NumberedPause, type Period, totalLength, triggerDay } from './period.ts'
import type { DayTrace, HourTrace, Trace } from './trace.ts'

/**
 * When a period ends.
 *
 * For hours the three dates are Beijing times (`2026-10-02T02:30:00+08:00`); else civil days, each lasting until 24:00
 * (T-04).
 */
export type Deadline<T extends Trace = Trace> = {
  /** The last day of the period as counted, before any rolling. */
  readonly naturalEnd: string
  /** The legal due day: the natural end, or the first working day after it where the period rolls (T-03). */
  readonly dueAt: string
  /** The last working day on or before the natural end, for showing to the holder of a right (T-12). */
  readonly safeBy: string
  /** True when the answer rests on a year whose schedule is not published yet (T-CAL-06). */
  readonly provisional: boolean
  /** How it was found; worked out when it is asked for, and part of the JSON (T-17). */
  readonly trace: T
}

/**
 * Computes when a period of law ends, by the legal calendar.
 *
 * `safeBy` is the natural end itself when no working day lies after the trigger up to it. The answer is provisional
 * when a day that was read lies in a provisional year: for working days every day counted, else the days from `safeBy`
 * to `dueAt`.
 *
 * @throws RangeError for a length below 1, a trigger that is no day or instant, hours from a day without a time, hours
 *   with pauses, or an end outside the calendar
 * @see 民法典 §201–203, 民事诉讼法 §85; T-01 to T-17
 */
export function compute(period: Period & { unit: 'hour' }, calendar: Calendar): Deadline<HourTrace>
export function compute(period: Period & { unit: DayTrace['unit'] }, calendar: Calendar): Deadline<DayTrace>
export function compute(period: Period, calendar: Calendar): Deadline<DayTrace | HourTrace>
export function compute(period: Period, calendar: Calendar): Deadline<DayTrace | HourTrace> {
  const { unit } = period
  if (unit === 'hour') return computeHours(period)
  const days = calendar.daysOf(period.region)
  const trigger = triggerDay(period.trigger)
  const pauses = period.pauses === undefined ? [] : joinPauses(period.pauses)
  const natural = naturalEnd(unit, totalLength(period), trigger, pauses, days)
  const due = unit !== 'workday' && period.roll ? days.workdayFrom(natural) : natural
  const lastWorkday = days.workdayUpTo(natural)
  const safe = lastWorkday > trigger ? lastWorkday : natural
  const provisional = days.isProvisional(unit === 'workday' ? trigger + 1 : safe, due)
  return new DayDeadline({ unit, period, calendar, days, trigger, pauses, natural, due, safe }, provisional)
}

function naturalEnd(
  unit: DayTrace['unit'],
  length: number,
  trigger: number,
  pauses: readonly NumberedPause[],
  days: DayTable,
): number {
  let end = uninterruptedEnd(unit, length, trigger, days)
  for (const pause of pauses) {
    const from = Math.max(pause.from, trigger + 1)
    if (from > end) break
    if (unit !== 'workday') end += Math.max(0, pause.to - from + 1)
    else {
      const paused = days.workdaysIn(from, pause.to)
      if (paused > 0) end = days.workdayAfter(end, paused)
    }
  }
  return end
}

function uninterruptedEnd(unit: DayTrace['unit'], length: number, trigger: number, days: DayTable): number {
  switch (unit) {
    case 'day':
      return trigger + length
    case 'workday':
      return days.workdayAfter(trigger, length)
    case 'month':
      return addMonths(trigger, length)
    case 'year':
      return addMonths(trigger, length * 12)
    default:
      throw new RangeError(`not a unit of periods: ${String(unit satisfies never)}`)
  }
}

type Counted = {
  readonly unit: DayTrace['unit']
  readonly period: Period
  readonly calendar: Calendar
  readonly days: DayTable
  readonly trigger: number
  readonly pauses: readonly NumberedPause[]
  readonly natural: number
  readonly due: number
  readonly safe: number
}

/** A class for the sake of the trace: many due days are asked for and few traces, and a getter costs nothing unread. */
class DayDeadline implements Deadline<DayTrace> {
  readonly naturalEnd: CivilDay
  readonly dueAt: CivilDay
  readonly safeBy: CivilDay
  readonly provisional: boolean
  readonly #counted: Counted

  constructor(counted: Counted, provisional: boolean) {
    const { natural, due, safe } = counted
    this.naturalEnd = fromDayNumber(natural)
    this.dueAt = due === natural ? this.naturalEnd : fromDayNumber(due)
    this.safeBy = safe === natural ? this.naturalEnd : fromDayNumber(safe)
    this.provisional = provisional
    this.#counted = counted
  }

  get trace(): DayTrace {
    return dayTrace(this.#counted)
  }

  toJSON(): Deadline<DayTrace> {
    const { naturalEnd, dueAt, safeBy, provisional, trace } = this
    return { naturalEnd, dueAt, safeBy, provisional, trace }
  }
}

function dayTrace({ unit, period, calendar, days, trigger, pauses, natural, due, safe }: Counted): DayTrace {
  const first = trigger + 1
  const isPaused = (day: number): boolean => pauses.some((pause) => pause.from <= day && day <= pause.to)
  const span = Array.from({ length: natural - trigger }, (_, i) => first + i)
  const counting = span.filter((day) => !isPaused(day))
  const working = counting.filter((day) => days.workdaysIn(day, day) === 1)
  const byWorkdays = unit === 'workday'
  return {
    kind: 'days',
    ...asked(period),
    unit,
    roll: period.roll,
    calendar: calendar.version,
    trigger: typeof period.trigger === 'string' ? period.trigger : beijingTime(period.trigger),
    countedFrom: fromDayNumber(first),
    counted: byWorkdays ? working.length : counting.length,
    restDaysCounted: byWorkdays ? 0 : counting.length - working.length,
    skipped: byWorkdays ? restRuns(days, first, natural, isPaused) : [],
    makeUpDays: byWorkdays ? working.filter((day) => days.kindOf(day) === 'makeup_workday').map(fromDayNumber) : [],
    pauses: period.pauses ?? [],
    pausedDays: span.length - counting.length,
    naturalEnd: fromDayNumber(natural),
    rolledOver: restRuns(days, natural, due - 1),
    dueAt: fromDayNumber(due),
    safeBy: fromDayNumber(safe),
    provisionalYears: days.provisionalYears(byWorkdays ? first : safe, due),
  }
}

function computeHours(period: Period): Deadline<HourTrace> {
  if (typeof period.trigger === 'string' && period.trigger.length === 10) {
    throw new RangeError(`hours are counted from an instant, not from a day: ${period.trigger}`)
  }
  if (period.pauses !== undefined && period.pauses.length > 0) throw new RangeError('hours run on and take no pauses')
  const start = toMilliseconds(period.trigger)
  const dueAt = beijingTime(new Date(start + totalLength(period) * 3_600_000))
  const trace: HourTrace = {
    kind: 'hours',
    ...asked(period),
    unit: 'hour',
    trigger: beijingTime(period.trigger),
    dueAt,
  }
  return { naturalEnd: dueAt, dueAt, safeBy: dueAt, provisional: false, trace }
}

function asked({
  rule,
  region,
  length,
  extensions,
}: Period): Pick<DayTrace, 'rule' | 'region' | 'length' | 'extensions'> {
  return {
    length,
    ...(rule === undefined ? {} : { rule }),
    ...(region === undefined ? {} : { region }),
    ...(extensions === undefined || extensions.length === 0 ? {} : { extensions }),
  }
}
