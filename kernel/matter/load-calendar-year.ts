import { dayKinds, toDayNumber, weekdayOf } from '@gongqiao/calendar'
import { isCivilDay } from '@gongqiao/codes'
import { type Static, Type } from 'typebox'
import { command, type Given } from '../command/command.ts'
import type { Fault } from '../refusal.ts'
import { Count, Day } from '../shapes.ts'

const closed = { additionalProperties: false } as const

/** The published schedule 节假日安排 of one year: the days whose kind is not told by the day of the week. */
export type CalendarYearInput = Static<typeof CalendarYearInput>
export const CalendarYearInput = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    source: Type.String({ minLength: 4, maxLength: 200, description: 'the notice it is taken from' }),
    days: Type.Array(
      Type.Object(
        {
          day: Day,
          kind: Type.Enum([...dayKinds]),
          name: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 366 },
    ),
  },
  closed,
)

/** Days of another year, days named twice, and kinds that the day of the week contradicts. */
function dayFaults(given: Given): Fault[] {
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

/**
 * Loads the published calendar of one year, in place of what stood there, and makes the year official. Due days that
 * touch it are computed anew afterwards, cell by cell.
 *
 * Refuses `kernel.invalid_input` with every wrong day at once.
 *
 * @see rulebook T-CAL-05, T-CAL-06
 */
export const loadCalendarYear = command({
  act: 'kernel.load_calendar_year',
  by: ['system'],
  input: CalendarYearInput,
  output: Type.Object({ days: Count }, closed),
  check: dayFaults,
  async run({ tx, input, allow }) {
    allow({ cell: 0, path: '' })
    const { year, source, days } = input
    await tx.run(
      `insert into kernel.calendar_year (year, official, source) values ($1, true, $2)
       on conflict (year) do update set official = true, source = excluded.source`,
      [year, source],
    )
    await tx.run("delete from kernel.calendar_day where region = '000000' and day between $1::date and $2::date", [
      `${year}-01-01`,
      `${year}-12-31`,
    ])
    await tx.run(
      'insert into kernel.calendar_day (day, kind, name) select * from unnest($1::date[], $2::text[], $3::text[])',
      [days.map((row) => row.day), days.map((row) => row.kind), days.map((row) => row.name ?? null)],
    )
    return { cell: 0, after: { year, days: days.length }, answer: { days: days.length } }
  },
})

/** Safe because both fields are looked at before they are used. */
function asRow(value: unknown): { day?: unknown; kind?: unknown } {
  return value !== null && typeof value === 'object' ? value : {}
}
