import type { CalendarYearInput, CalendarYearView } from '@gongqiao/kernel/clock/contract.ts'

/** What a day is, and the holiday it belongs to. */
export type Marked = { readonly kind: CalendarYearView['days'][number]['kind']; readonly name: string | null }
/** The days of a year whose kind the day of the week does not tell. */
export type YearDays = ReadonlyMap<string, Marked>
/** What an officer marks days as; what a weekend day becomes by it says the week. */
export const paints = ['statutory', 'adjusted_rest', 'makeup_workday'] as const
export type Paint = (typeof paints)[number]

const dayMs = 86_400_000

/** The days of an answer by their dates. */
export function daysOf(year: Pick<CalendarYearView, 'days'>): YearDays {
  return new Map(year.days.map(({ day, kind, name }) => [day, { kind, name }]))
}

/** The weeks of a month, Monday first; days of other months are null. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month - 1, 1)
  const days = Math.round((Date.UTC(year, month, 1) - first) / dayMs)
  const cells: (string | null)[] = Array.from({ length: (new Date(first).getUTCDay() + 6) % 7 }, () => null)
  for (let day = 0; day < days; day++) cells.push(new Date(first + day * dayMs).toISOString().slice(0, 10))
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Whether a day lies in a weekend. */
export function inWeekend(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0
}

/** What a day counts as: as marked, else as the week says. */
export function kindOf(days: YearDays, day: string): Marked['kind'] {
  return days.get(day)?.kind ?? (inWeekend(day) ? 'weekend' : 'workday')
}

/** Why a day cannot be marked so, or null. */
export function paintFault(day: string, paint: Paint): 'fits.weekend' | null {
  return paint === 'makeup_workday' && !inWeekend(day) ? 'fits.weekend' : null
}

/** The days with one marked, or unmarked where it is marked so already. */
export function painted(days: YearDays, day: string, paint: Paint, name: string): YearDays {
  const next = new Map(days)
  const kind = paint === 'adjusted_rest' && inWeekend(day) ? 'weekend' : paint
  if (days.get(day)?.kind === kind) next.delete(day)
  else next.set(day, { kind, name: name.trim() === '' ? null : name.trim() })
  return next
}

/** A holiday of a year: its first and last day off, and the days made up for it. */
export type Holiday = {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly makeUp: readonly string[]
}

/** The holidays of a year in their order; days that follow one another under one name are one. */
export function holidaysOf(days: YearDays): Holiday[] {
  const named = [...days].filter(([, { name }]) => name !== null).sort(([a], [b]) => (a < b ? -1 : 1))
  const off: { name: string; from: string; to: string }[] = []
  for (const [day, { kind, name }] of named) {
    if (kind === 'makeup_workday' || name === null) continue
    const last = off.at(-1)
    if (last && Date.parse(day) - Date.parse(last.to) === dayMs) last.to = day
    else off.push({ name, from: day, to: day })
  }
  const made = named.filter(([, { kind }]) => kind === 'makeup_workday')
  return off.map((holiday) => ({
    ...holiday,
    makeUp: made.filter(([, { name }]) => name === holiday.name).map(([day]) => day),
  }))
}

/** The days as they are sent; for a place only those that differ from the country's. */
export function toSend(days: YearDays, country: YearDays | null): CalendarYearInput['days'] {
  return [...days]
    .filter(([day, { kind }]) => country === null || kindOf(country, day) !== kind)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { kind, name }]) => ({ day, kind, ...(name !== null && { name }) }))
}
