import { toDayNumber, weekdayOf } from '@gongqiao/calendar'
import { isCivilDay } from '@gongqiao/codes'
import type { Given } from '../command/command.ts'
import type { Fault } from '../refusal.ts'

/** Days of another year, days named twice, and kinds that the day of the week contradicts. */
export function dayFaults(given: Given): Fault[] {
  const { year, days } = given
  if (!Array.isArray(days)) return []
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const [index, row] of days.entries()) {
    const { day, kind } = asRow(row)
    const field = `/days/${index}/day`
    if (typeof day !== 'string' || !isCivilDay(day)) continue
    if (!day.startsWith(`${String(year)}-`)) faults.push({ field, code: 'kernel.calendar_other_year' })
    if (seen.has(day)) faults.push({ field, code: 'kernel.calendar_twice' })
    seen.add(day)
    const inWeekend = weekdayOf(toDayNumber(day)) % 6 === 0
    const fits = kind === 'makeup_workday' || kind === 'weekend' ? inWeekend : kind === 'statutory' || !inWeekend
    if (!fits) faults.push({ field: `/days/${index}/kind`, code: 'kernel.calendar_weekday' })
  }
  return faults
}

/** Safe because both fields are looked at before they are used. */
function asRow(value: unknown): { day?: unknown; kind?: unknown } {
  return value !== null && typeof value === 'object' ? value : {}
}
