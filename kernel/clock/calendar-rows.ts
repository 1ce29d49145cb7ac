import {
  type Calendar,
  type DayRow,
  dayKinds,
  isWorkingKind,
  makeCalendar,
  toDayNumber,
  weekdayOf,
} from '@gongqiao/calendar'
import type { Tx } from '../database/tx.ts'
import { nation } from '../matter/deadline-rule.ts'
import type { CalendarYearInput } from './contract.ts'

type Years = Parameters<typeof makeCalendar>[1]
/** The two tables of the calendar as they are kept. */
export type CalendarTables = {
  readonly days: readonly (DayRow & { readonly region: string })[]
  readonly years: readonly { readonly year: number; readonly official: boolean; readonly source: string }[]
}

/** Reads both tables. */
export async function readCalendarTables(tx: Tx): Promise<CalendarTables> {
  return {
    days: await tx.many(
      "select day, kind, coalesce(name, '') as name, region from kernel.calendar_day order by day, region",
    ),
    years: await tx.many(
      "select year, official, coalesce(source, '') as source from kernel.calendar_year order by year",
    ),
  }
}

/** The calendar of both tables. */
export function calendarOf({ days, years }: CalendarTables): Calendar {
  const statuses: Years = years.map(({ year, official }) => ({ year, status: official ? 'published' : 'provisional' }))
  return makeCalendar(
    days.map(({ region, ...day }) => (region === nation ? day : { ...day, region })),
    statuses,
  )
}

/** The tables as they would be with a year loaded. */
export function withYear(tables: CalendarTables, input: CalendarYearInput): CalendarTables {
  const { year, source, days, region = nation } = input
  const others = tables.days.filter((row) => row.region !== region || !row.day.startsWith(`${year}-`))
  const loaded = { year, official: true, source }
  return {
    days: [...others, ...days.map((row) => ({ name: '', ...row, region }))],
    years: region === nation ? [...tables.years.filter((row) => row.year !== year), loaded] : tables.years,
  }
}

/** What stood for a year and a place, to be put back. */
export type KeptYear = {
  readonly year: { readonly official: boolean; readonly source: string } | null
  readonly days: readonly { readonly day: string; readonly kind: string; readonly name: string | null }[]
}

/** What stands for a year in a place. */
export function yearAsKept(tables: CalendarTables, year: number, region: string): KeptYear {
  const row = tables.years.find((one) => one.year === year)
  return {
    year: region === nation && row ? { official: row.official, source: row.source } : null,
    days: tables.days
      .filter((one) => one.region === region && one.day.startsWith(`${year}-`))
      .map(({ day, kind, name }) => ({ day, kind, name: name === '' || name === undefined ? null : name })),
  }
}

/** The tables with a year put back as it was. */
export function withKeptYear(tables: CalendarTables, year: number, region: string, kept: KeptYear): CalendarTables {
  const others = tables.days.filter((row) => row.region !== region || !row.day.startsWith(`${year}-`))
  const days = kept.days.map(({ day, kind, name }) => ({ day, kind: asKind(kind), name: name ?? '', region }))
  const years = tables.years.filter((row) => row.year !== year)
  if (region !== nation) return { days: [...others, ...days], years: tables.years }
  return { days: [...others, ...days], years: kept.year === null ? years : [...years, { year, ...kept.year }] }
}

/** Writes a year of a place in place of what stands there. */
export async function writeYear(tx: Tx, year: number, region: string, kept: KeptYear): Promise<void> {
  if (region === nation) {
    await tx.run('delete from kernel.calendar_year where year = $1', [year])
    if (kept.year !== null) {
      await tx.run('insert into kernel.calendar_year (year, official, source) values ($1, $2, $3)', [
        year,
        kept.year.official,
        kept.year.source,
      ])
    }
  }
  await tx.run('delete from kernel.calendar_day where region = $3 and day between $1::date and $2::date', [
    `${year}-01-01`,
    `${year}-12-31`,
    region,
  ])
  await tx.run(
    'insert into kernel.calendar_day (day, kind, name, region) select day, kind, name, $4 from unnest($1::date[], $2::text[], $3::text[]) as d (day, kind, name)',
    [kept.days.map(({ day }) => day), kept.days.map(({ kind }) => kind), kept.days.map(({ name }) => name), region],
  )
}

/** Every day of a year whose kind the day of the week does not tell, as it counts in a place; and how many are worked. */
export function specialDays(calendar: Calendar, year: number, region: string) {
  const table = calendar.daysOf(region === nation ? undefined : region)
  const first = toDayNumber(`${year}-01-01`)
  const last = toDayNumber(`${year}-12-31`)
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const days = all.flatMap((number) => {
    const kind = table.kindOf(number)
    const name = table.nameOf(number)
    const plain = weekdayOf(number) % 6 === 0 ? 'weekend' : 'workday'
    const named = name !== undefined && name !== ''
    if (kind === plain && !(named && !isWorkingKind(kind))) return []
    return [{ number, kind, name: named ? name : null }]
  })
  return { days, workdays: table.workdaysIn(first, last) }
}

/** Safe because the table's own check lets no other kind in. */
function asKind(kind: string): DayRow['kind'] {
  return dayKinds.find((one) => one === kind) ?? 'workday'
}
