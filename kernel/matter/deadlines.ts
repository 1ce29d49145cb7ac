import { type Calendar, civilDay } from '@gongqiao/calendar'
import { calendarOf, readCalendarTables } from '../clock/calendar-rows.ts'
import type { Pool } from '../database/connect.ts'
import { inTransaction, type Tx } from '../database/tx.ts'
import type { Language } from '../shared/texts.ts'
import { type DeadlineRule, deadlineRuleColumns, type RuleBook, ruleBook, ruleIn } from './deadline-rule.ts'
import { type ClockRun, type DueDay, daysLeft, dueDay, explainDue } from './due-day.ts'

/** The rule table and the working-day calendar, read once and again on demand: computing a due day asks no database. */
export type Deadlines = {
  /**
   * The rule in force on a day, for a place the version of the smallest place around it.
   *
   * Throws when there is none: a state names a rule that was never written.
   */
  rule(id: string, onDay: string, place: Place): DeadlineRule
  /**
   * When something that began is due under a rule.
   *
   * @param from the day of the event, or its instant for a rule by hours
   * @param run pauses and extensions of this clock, and the place whose rules and holidays hold
   * @see rulebook T-01 to T-16
   */
  due(id: string, from: string | Date, run: Placed): DueDay
  /** How many days of the rule's unit are left after a day, for a clock that stands still (T-11). */
  left(id: string, from: string, afterDay: string, run: Placed): number
  /** The due day in plain words (T-17): which event, how many days, which were skipped and why. */
  explain(id: string, from: string | Date, language: Language, run: Placed): string
  readonly calendar: () => Calendar
  /** Division code of a cell's place, where it is known. */
  regionOf(cell: number): string | undefined
  /** The places of all cells. */
  regions(): Iterable<Region>
  /** Every version of every rule, in no particular order. */
  all(): readonly DeadlineRule[]
  /** The same deadlines as they would be with other rows of the two tables: nothing is changed. */
  asIf(change: { readonly rules?: readonly DeadlineRule[]; readonly calendar?: Calendar }): Deadlines
  /** Reads the tables again, after somebody changed them. */
  reload(): Promise<void>
}

/** Where a clock runs: nobody may leave it out, since rules and holidays of the place hold (T-CAL-04). */
export type Place =
  | { readonly cell: number; readonly region?: string }
  | { readonly region: string; readonly cell?: number }
/** A clock with its place. */
export type Placed = ClockRun & Place

/** The place of a cell: its division code, and what it is called. */
export type Region = { readonly code: string; readonly name: string }
/** The places of cells, from whoever knows them. */
export type RegionsOfCells = (tx: Tx) => Promise<ReadonlyMap<number, Region>>

type Tables = {
  readonly rules: readonly DeadlineRule[]
  readonly calendar: Calendar
  readonly regions: ReadonlyMap<number, Region>
}

/** Opens the deadlines of an installation. */
export async function openDeadlines(pool: Pool, regionsOfCells?: RegionsOfCells): Promise<Deadlines> {
  const read = (): Promise<Tables> =>
    inTransaction(
      pool,
      undefined,
      async (tx) => ({
        rules: await tx.many<DeadlineRule>(
          `select ${deadlineRuleColumns} from kernel.deadline_rule order by id, region, effective_from`,
        ),
        calendar: calendarOf(await readCalendarTables(tx)),
        regions: (await regionsOfCells?.(tx)) ?? new Map(),
      }),
      'read only',
    )
  let tables = await read()
  let book = ruleBook(tables.rules)
  return deadlinesOver(
    () => tables,
    () => book,
    async () => {
      tables = await read()
      book = ruleBook(tables.rules)
    },
  )
}

/** The deadlines of tables that stay as they are. */
export function deadlinesOf(tables: Tables): Deadlines {
  const book = ruleBook(tables.rules)
  return deadlinesOver(
    () => tables,
    () => book,
    async () => undefined,
  )
}

function deadlinesOver(tables: () => Tables, book: () => RuleBook, reload: Deadlines['reload']): Deadlines {
  const regionOf = (cell: number) => tables().regions.get(cell)?.code
  const regionIn = ({ region, cell }: Pick<ClockRun, 'cell' | 'region'>) =>
    region ?? (cell === undefined ? undefined : regionOf(cell))

  function rule(id: string, onDay: string, place: Place): DeadlineRule {
    const found = ruleIn(book(), id, onDay, regionIn(place))
    if (!found) throw new Error(`no deadline rule ${id} is in force on ${onDay}`)
    return found
  }
  function placed(run: ClockRun): ClockRun {
    const region = regionIn(run)
    return region === undefined || region === run.region ? run : { ...run, region }
  }
  const dayOf = (from: string | Date) => (typeof from === 'string' ? from.slice(0, 10) : civilDay(from))
  return {
    rule,
    due: (id, from, run) => dueDay(rule(id, dayOf(from), run), from, placed(run), tables().calendar),
    left: (id, from, afterDay, run) => daysLeft(rule(id, from, run), from, afterDay, placed(run), tables().calendar),
    explain: (id, from, language, run) =>
      explainDue(rule(id, dayOf(from), run), from, placed(run), tables().calendar, language),
    calendar: () => tables().calendar,
    regionOf,
    regions: () => tables().regions.values(),
    all: () => tables().rules,
    asIf(change) {
      return deadlinesOf({ ...tables(), ...change })
    },
    reload,
  }
}
