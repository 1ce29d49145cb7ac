import type { CivilDay } from './civil-day.ts'

/** The five kinds of day (T-CAL-05): a workday, a weekend day, a statutory holiday, an adjusted rest day, a make-up working day. */
export type DayKind = 'workday' | 'weekend' | 'statutory' | 'adjusted_rest' | 'makeup_workday'

/** What one day is; days without a row are workdays from Monday to Friday and weekend days else. */
export type DayRow = {
  readonly day: CivilDay
  readonly kind: DayKind
  /** Name of the holiday (春节), where the day belongs to one. */
  readonly name?: string
  /** GB/T 2260 code of the place whose local holiday this is (T-CAL-04); absent for the whole nation. */
  readonly region?: string
}

/** Whether the schedule of a year has been published (T-CAL-06); years without a row are provisional. */
export type CalendarYear = {
  readonly year: number
  readonly status: 'published' | 'provisional'
  /** The notice the rows are taken from. */
  readonly source?: string
}

/** All kinds of day. */
export const dayKinds: readonly DayKind[] = ['workday', 'weekend', 'statutory', 'adjusted_rest', 'makeup_workday']

/** Says whether work is done on a day of a kind (T-CAL-05). */
export function isWorkingKind(kind: DayKind): boolean {
  return kind === 'workday' || kind === 'makeup_workday'
}
