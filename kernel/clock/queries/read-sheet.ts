import { toDayNumber, weekdayOf } from '@gongqiao/calendar'
import { isCivilDay } from '@gongqiao/codes'
import { type Static, Type } from 'typebox'
import { query } from '../../command/query.ts'
import { openSheet } from '../../sheets/open-sheet.ts'
import { CalendarSheet } from '../contract.ts'
import { kindOfWord } from '../sheet-words.ts'

const rowsAtMost = 500
const bytesAtMost = 2_000_000

/**
 * Reads the days of a year from a sheet 日历表: a day, a kind and the holiday's name in the first three columns. Nothing is
 * kept; what was not understood is said row by row.
 *
 * Refuses what `openSheet` refuses.
 */
export const readCalendarSheet = query({
  act: 'kernel.read_calendar_sheet',
  by: ['post'],
  input: Type.Object(
    { bytes: Type.Unsafe<Buffer>(Type.Unknown()), mediaType: Type.String() },
    { additionalProperties: false },
  ),
  output: CalendarSheet,
  async run({ input, actor, allow, services }) {
    allow.anywhere()
    const days: Static<typeof CalendarSheet>['days'] = []
    const faults: string[] = []
    const sheet = await openSheet(input.bytes, { limits: { rows: rowsAtMost, fileBytes: bytesAtMost } })
    try {
      for await (const { row, cells } of sheet.rows()) {
        const [day = '', word = '', name = ''] = cells.map(({ text }) => text.trim())
        const read = dayIn(day)
        // The head, and empty rows.
        if (read === undefined && (row === 1 || `${day}${word}${name}` === '')) continue
        if (read === undefined) {
          faults.push(services.say(actor.language, 'clock.sheet_day', { row }))
          continue
        }
        const kind = kindOfWord(word, weekdayOf(toDayNumber(read)) % 6 === 0)
        if (kind === undefined) faults.push(services.say(actor.language, 'clock.sheet_kind', { row }))
        else days.push({ day: read, kind, name: name === '' ? null : name.slice(0, 20) })
      }
    } finally {
      await sheet.close()
    }
    return { days: days.slice(0, 400), faults: faults.slice(0, 400) }
  },
})

/** A day as people write it in a sheet, or undefined. */
function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const said = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDay(said) ? said : undefined
}
