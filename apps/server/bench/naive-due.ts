import { addDays, officialDays, type Pause, toDayNumber, weekdayOf } from '@gongqiao/calendar'
import type { DeadlineRule } from '@gongqiao/kernel/matter/deadline-rule.ts'

/** Computes a due day the plain way, from a list of special days, one day after the other: what the clock is compared with. */
export function naiveDue(): (rule: DeadlineRule, from: string, pauses: readonly Pause[]) => string {
  const special = new Map(officialDays.map(({ day, kind }) => [day, kind]))
  const worked = (day: string): boolean => {
    const kind = special.get(day)
    if (kind !== undefined) return kind === 'workday' || kind === 'makeup_workday'
    return weekdayOf(toDayNumber(day)) % 6 !== 0 && !fixedHoliday(day)
  }
  /** Years without a schedule have the holidays whose date is fixed (T-CAL-06). */
  const fixedHoliday = (day: string): boolean => Number(day.slice(0, 4)) > 2026 && fixed.has(day.slice(5))

  function reading(rule: DeadlineRule, unit: DeadlineRule['unit'], from: string, pauses: readonly Pause[]): string {
    const paused = (day: string) => pauses.some((pause) => pause.from <= day && day <= pause.to)
    let day = from
    if (unit === 'month' || unit === 'year') {
      day = addMonthsPlainly(from, unit === 'month' ? rule.length : rule.length * 12)
      for (const pause of pauses)
        for (let lost = pause.from; lost <= pause.to; lost = addDays(lost, 1)) day = addDays(day, 1)
    } else {
      for (let left = rule.length; left > 0; ) {
        day = addDays(day, 1)
        if (!paused(day) && (unit === 'day' || worked(day))) left--
      }
    }
    if (unit !== 'workday' && (rule.roll || rule.alt_unit !== null)) while (!worked(day)) day = addDays(day, 1)
    return day
  }

  return (rule, from, pauses) => {
    const first = reading(rule, rule.unit, from, pauses)
    if (rule.alt_unit === null) return first
    const other = reading(rule, rule.alt_unit, from, pauses)
    return first > other ? first : other
  }
}

const fixed = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

function addMonthsPlainly(from: string, months: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
