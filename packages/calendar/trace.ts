import type { CivilDay } from './civil-day.ts'
import type { Pause, PeriodUnit } from './period.ts'

/** Consecutive days that stand together in a trace; `name` is the holiday among them. */
export type DayRun = { readonly from: CivilDay; readonly to: CivilDay; readonly days: number; readonly name?: string }

type Asked = {
  readonly rule?: string
  readonly region?: string
  /** The day or instant that started the clock. */
  readonly trigger: string
  readonly length: number
  readonly extensions?: readonly number[]
}

/** How a period of days, working days, months or years was counted. */
export type DayTrace = Asked & {
  readonly kind: 'days'
  readonly unit: Exclude<PeriodUnit, 'hour'>
  readonly roll: boolean
  /** Version of the calendar that was read (T-17). */
  readonly calendar: string
  /** The first day that was counted. */
  readonly countedFrom: CivilDay
  /** Days, or working days, that were counted. */
  readonly counted: number
  /** Rest days among the counted days; they count in a period of calendar days (T-06). */
  readonly restDaysCounted: number
  /** Rest days that were passed over in a period of working days. */
  readonly skipped: readonly DayRun[]
  /** Make-up working weekend days that were counted as working days. */
  readonly makeUpDays: readonly CivilDay[]
  /** Pauses as they were given. */
  readonly pauses: readonly Pause[]
  /** Days the pauses took out of the count. */
  readonly pausedDays: number
  readonly naturalEnd: CivilDay
  /** Rest days from the natural end on that moved the due day. */
  readonly rolledOver: readonly DayRun[]
  readonly dueAt: CivilDay
  readonly safeBy: CivilDay
  /** Years whose schedule is not published and on which the answer rests. */
  readonly provisionalYears: readonly number[]
}

/** How a period of hours was counted: on the clock, without regard to days (T-14). */
export type HourTrace = Asked & { readonly kind: 'hours'; readonly unit: 'hour'; readonly dueAt: string }

/** How a day "at least N days before" an event was found (T-13). */
export type BeforeTrace = Omit<Asked, 'trigger' | 'extensions'> & {
  readonly kind: 'before'
  readonly unit: Exclude<PeriodUnit, 'hour'>
  readonly event: CivilDay
  /** True when neither the event's day nor the acting day is counted. */
  readonly clearDays: boolean
  readonly calendar: string
  readonly naturalDay: CivilDay
  /** Rest days up to the natural day that moved the latest day. */
  readonly movedOver: readonly DayRun[]
  readonly latestDay: CivilDay
  readonly provisionalYears: readonly number[]
}

/** 计算过程: how a date was found, as data that can be stored and explained in words (T-17). */
export type Trace = DayTrace | HourTrace | BeforeTrace
