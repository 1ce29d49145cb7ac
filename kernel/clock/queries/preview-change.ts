import { Type } from 'typebox'
import { query } from '../../command/query.ts'
import { nation, ruleBook, ruleIn } from '../../matter/deadline-rule.ts'
import { type Fault, Refusal } from '../../refusal.ts'
import { Id } from '../../shapes.ts'
import { calendarOf, readCalendarTables, withKeptYear, withYear } from '../calendar-rows.ts'
import { newVersion, ruleFaults } from '../changed-rule.ts'
import { undoable } from '../changes.ts'
import { CalendarYearInput, ClockPreview, RuleChange } from '../contract.ts'
import { dayFaults } from '../day-faults.ts'
import { previewOf } from '../preview.ts'
import { allowRegion } from '../region.ts'

const act = 'kernel.preview_clock_change'

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
}

/** Where due days would move with a new version of a rule; refuses what the change would refuse. */
export const previewRule = query({
  act,
  by: ['post'],
  input: RuleChange,
  output: ClockPreview,
  async run({ tx, input, actor, allow, services }) {
    const { rule: id, region, from } = input
    allowRegion(allow, actor, region)
    refuseFaults(ruleFaults(input))
    const { deadlines } = services
    const base = ruleIn(ruleBook(deadlines.all()), id, from, region)
    if (!base) throw new Refusal('clock.no_such_rule')
    const then = deadlines.asIf({ rules: [...deadlines.all(), newVersion(base, input)] })
    return previewOf(tx, then, region, { rule: id, from })
  },
})

/** Where due days would move with a year loaded; refuses what loading it would refuse. */
export const previewYear = query({
  act,
  by: ['post'],
  input: CalendarYearInput,
  output: ClockPreview,
  async run({ tx, input, actor, allow, services }) {
    const { year, region = nation } = input
    allowRegion(allow, actor, region)
    refuseFaults(dayFaults(input))
    const then = services.deadlines.asIf({ calendar: calendarOf(withYear(await readCalendarTables(tx), input)) })
    return previewOf(tx, then, region, { year })
  },
})

/** Where due days would move back with a change undone; refuses what undoing it would refuse. */
export const previewUndo = query({
  act,
  by: ['post'],
  input: Type.Object({ change: Id }, { additionalProperties: false }),
  output: ClockPreview,
  async run({ tx, input, actor, allow, services }) {
    allow.anywhere()
    const { region, year, rule_id, from_day, before } = await undoable(tx, input.change, false)
    allowRegion(allow, actor, region)
    const { deadlines } = services
    if (year !== null) {
      const tables = withKeptYear(await readCalendarTables(tx), year, region, before)
      return previewOf(tx, deadlines.asIf({ calendar: calendarOf(tables) }), region, { year })
    }
    const rules = deadlines
      .all()
      .filter((row) => !(row.id === rule_id && row.region === region && row.effective_from === from_day))
    const touched = { ...(rule_id !== null && { rule: rule_id }), ...(from_day !== null && { from: from_day }) }
    return previewOf(tx, deadlines.asIf({ rules }), region, touched)
  },
})
