import { fromDayNumber } from '@gongqiao/calendar'
import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { nation } from '../../matter/deadline-rule.ts'
import { calendarOf, readCalendarTables, specialDays } from '../calendar-rows.ts'
import { CalendarYearView, Region } from '../contract.ts'

export const YearAsked = Type.Object(
  { year: Type.Integer({ minimum: 1990, maximum: 2110 }), region: Type.Optional(Region) },
  { additionalProperties: false },
)

/** One year of the working-day calendar 工作日历 as it counts in a place; a year that is not official has weekends and fixed holidays. */
export const findCalendarYear = query({
  act: 'kernel.view_clock',
  by: ['post'],
  input: YearAsked,
  output: CalendarYearView,
  async run({ tx, input, allow }) {
    allow.anywhere()
    const { year, region = nation } = input
    const tables = await readCalendarTables(tx)
    const row = tables.years.find((one) => one.year === year)
    const { days, workdays } = specialDays(calendarOf(tables), year, region)
    return {
      year,
      region,
      official: row?.official ?? false,
      source: row?.source ?? '',
      workdays,
      days: days.map(({ number, kind, name }) => ({ day: fromDayNumber(number), kind, name })),
    }
  },
})
