import { Type } from 'typebox'
import { readCalendarTables, withYear, writeYear, yearAsKept } from '../clock/calendar-rows.ts'
import { keepChange } from '../clock/changes.ts'
import { CalendarYearInput } from '../clock/contract.ts'
import { dayFaults } from '../clock/day-faults.ts'
import { allowRegion } from '../clock/region.ts'
import { command } from '../command/command.ts'
import { Count, Id } from '../shapes.ts'
import { nation } from './deadline-rule.ts'

/**
 * Loads the published calendar of one year 节假日安排, in place of what stood there, and makes the year official; for a place,
 * its days beside the nation's. Due days that touch it are computed anew afterwards, cell by cell.
 *
 * Refuses `kernel.invalid_input` with every wrong day at once, and `clock.not_yours` for a place that is not the post's.
 *
 * @see rulebook T-CAL-04, T-CAL-05, T-CAL-06
 */
export const loadCalendarYear = command({
  act: 'kernel.load_calendar_year',
  by: ['post', 'system'],
  input: CalendarYearInput,
  output: Type.Object({ days: Count, change: Id }, { additionalProperties: false }),
  check: dayFaults,
  async run({ tx, input, actor, now, allow }) {
    const { year, source, days, region = nation } = input
    allowRegion(allow, actor, region)
    const tables = await readCalendarTables(tx)
    const [before, after] = [tables, withYear(tables, input)].map((one) => yearAsKept(one, year, region))
    if (!before || !after) throw new Error('two tables give two years')
    await writeYear(tx, year, region, after)
    const change = await keepChange(tx, actor, now, { kind: 'year', region, year, source, before, after })
    return {
      cell: change.cell,
      subject: change.id,
      after: { year, region, days: days.length },
      answer: { days: days.length, change: change.id },
    }
  },
})
