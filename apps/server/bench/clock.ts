import { fromDayNumber, officialCalendar, type Pause, toDayNumber } from '@gongqiao/calendar'
import type { DeadlineRule } from '@gongqiao/kernel/matter/deadline-rule.ts'
import { type Deadlines, deadlinesOf } from '@gongqiao/kernel/matter/deadlines.ts'
import { ruleRow } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { membershipDeadlines } from '@gongqiao/modules/membership/index.ts'
import { organizationDeadlines } from '@gongqiao/modules/organization/index.ts'
import { type Figure, figureOf } from './figures.ts'
import { naiveDue } from './naive-due.ts'

const county = 440_103

/** How many rounds, and how many due days in a round; the reference computes a tenth of them. */
export type ClockSize = { readonly rounds: number; readonly dueDays: number }

/** A clock as the bench asks for it. */
export type AskedClock = { readonly rule: string; readonly from: string; readonly pauses: readonly Pause[] }

/** The deadlines of a county over every rule of the product, with a rule and a holiday of its province's own. */
export function benchDeadlines(): Deadlines {
  const national = [...organizationDeadlines, ...membershipDeadlines].map(ruleRow)
  const local = national.filter(({ id }) => id === 'MEM-SLA').map((rule) => ({ ...rule, region: '440000', length: 10 }))
  return deadlinesOf({
    rules: [...national, ...local],
    calendar: officialCalendar(),
    regions: new Map([[county, { code: String(county), name: '荔湾区' }]]),
  })
}

/** Clocks of two years under every rule that counts days, one in eight of them paused once. */
export function askedClocks(deadlines: Deadlines, count: number): AskedClock[] {
  const rules = deadlines
    .all()
    .filter(({ region, unit, counting, effective_from }) => {
      return region === '000000' && unit !== 'hour' && counting === 'after' && effective_from < '2024-01-01'
    })
    .map(({ id }) => id)
  const first = toDayNumber('2024-01-02')
  return Array.from({ length: count }, (_, index) => {
    const day = first + ((index * 7) % 730)
    const pauses = index % 8 === 0 ? [{ from: fromDayNumber(day + 2), to: fromDayNumber(day + 6) }] : []
    return { rule: rules[index % rules.length] ?? 'MEM-SLA', from: fromDayNumber(day), pauses }
  })
}

/** The rule of a clock in the county, as the reference is handed it. */
export function ruleOfClock(deadlines: Deadlines, clock: AskedClock): DeadlineRule {
  return deadlines.rule(clock.rule, clock.from, { cell: county })
}

/** The due day as the product computes it. */
export const dueOf = (deadlines: Deadlines, { rule, from, pauses }: AskedClock): string =>
  deadlines.due(rule, from, { cell: county, pauses }).on

/** Due days computed per second, against counting them day by day from a list of holidays. */
export function measureClock({ rounds, dueDays }: ClockSize, onProgress: (words: string) => void): Figure {
  const deadlines = benchDeadlines()
  const clocks = askedClocks(deadlines, dueDays)
  const few = clocks.slice(0, dueDays / 10).map((clock) => ({ ...clock, row: ruleOfClock(deadlines, clock) }))
  const reference = naiveDue()
  for (const clock of few.slice(0, 2_000)) {
    const [ours, theirs] = [dueOf(deadlines, clock), reference(clock.row, clock.from, clock.pauses)]
    if (ours !== theirs) throw new Error(`${clock.rule} from ${clock.from}: ${ours}, counted day by day ${theirs}`)
  }
  const [found, naive]: [number[], number[]] = [[], []]
  for (let round = 1; round <= rounds; round++) {
    found.push(perSecond(clocks, (clock) => dueOf(deadlines, clock)))
    naive.push(perSecond(few, (clock) => reference(clock.row, clock.from, clock.pauses)))
    onProgress(`clock.due: round ${round}/${rounds}, ${Math.round(found.at(-1) ?? 0)} a second`)
  }
  return figureOf({
    name: 'clock.due',
    unit: 'due days/s',
    better: 'more',
    rounds: found,
    reference: { name: 'day by day', rounds: naive },
    bar: { atLeast: 500_000, atLeastTimes: 3 },
  })
}

function perSecond<T>(all: readonly T[], work: (one: T) => string): number {
  const started = performance.now()
  let characters = 0
  for (const one of all) characters += work(one).length
  // Reading what was computed keeps the work from being left out.
  if (characters !== all.length * 10) throw new Error('a due day is ten characters long')
  return (all.length * 1_000) / (performance.now() - started)
}
