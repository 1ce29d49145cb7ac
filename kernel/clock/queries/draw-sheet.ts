import { fromDayNumber } from '@gongqiao/calendar'
import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import type { Bytes } from '../../http/route.ts'
import { nation } from '../../matter/deadline-rule.ts'
import { writeSheet } from '../../sheets/write-sheet.ts'
import { calendarOf, readCalendarTables, specialDays } from '../calendar-rows.ts'
import { YearAsked } from './find-year.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A year of the calendar as a sheet, which can be changed and read back: for a year to come it holds the fixed holidays. */
export const drawCalendarSheet = query({
  act: 'kernel.draw_calendar_sheet',
  by: ['post'],
  input: YearAsked,
  output: Type.Unsafe<Bytes>(Type.Unknown()),
  async run({ tx, input, actor, allow, services }) {
    allow.anywhere()
    const { year, region = nation } = input
    const say = (key: string) => services.say(actor.language, key)
    const { days } = specialDays(calendarOf(await readCalendarTables(tx)), year, region)
    async function* rows() {
      for (const { number, kind, name } of days) yield [fromDayNumber(number), say(`clock.kind.${kind}`), name]
    }
    const pieces: Buffer[] = []
    for await (const piece of writeSheet('xlsx', {
      name: `${say('clock.sheet_title')} ${year}`,
      columns: [
        { title: say('clock.sheet_day_title'), kind: 'day' },
        { title: say('clock.sheet_kind_title') },
        { title: say('clock.sheet_name_title') },
      ],
      rows: rows(),
    }))
      pieces.push(piece)
    return { mediaType: xlsx, bytes: Buffer.concat(pieces), fileName: `${say('clock.sheet_title')}-${year}.xlsx` }
  },
})
