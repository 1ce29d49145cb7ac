import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { NumberedFact } from '@gongqiao/kernel/facts/consumer.ts'
import { breachesListed, type Finding, type Invariant, inEachCell } from '@gongqiao/kernel/verify/invariant.ts'
import { heldByUnit } from '@gongqiao/modules/membership/index.ts'
import { cellsWithCounts, wrongSums } from './national-scans.ts'
import { ownCounts } from './own-counts.ts'
import { type Delta, deltasByUnit, inWords, isNone, minus, none, plus } from './rules.ts'

const row = (cell: number, unit: string) => `insight.unit_count (${cell}, ${unit})`

/**
 * The counts of a cell's unions are the rows of the roll, less what has happened and is not folded yet: counts, roll and
 * facts are read as of one moment.
 */
async function countsOf(tx: Tx, cell: number): Promise<Finding> {
  await tx.run('set transaction isolation level repeatable read')
  const held = new Map((await heldByUnit(tx, cell)).map((sum) => [sum.unit, sum]))
  const kept = await ownCounts(tx, cell)
  const ahead = deltasByUnit(
    await tx.many<NumberedFact>(
      `select 0 as number, name, body, at from kernel.outbox where cell_id = $1
       union all
       select f.number, f.name, f.body, f.at from kernel.fact f where f.cell_id = $1 and f.number > coalesce(
         (select c.number from kernel.consumer c where c.cell_id = $1 and c.name = 'insight.unit_count'), 0)`,
      [cell],
    ),
  )
  const counted = new Map(kept.map((sum) => [sum.unit, sum]))
  const units = [...new Set([...held.keys(), ...counted.keys()])]
  const breaches = units.flatMap((unit) => {
    const rows = held.get(unit) ?? none
    const count = counted.get(unit) ?? none
    const coming = ahead.get(unit) ?? none
    const says = plus(count, coming)
    if (isNone(minus(says, rows))) return []
    const words = `counts ${inWords(says)}; the roll has ${inWords(rows)}`
    return [{ row: row(cell, unit), words }]
  })
  return { checked: units.length, breaches: breaches.slice(0, breachesListed) }
}

async function sumsOf(tx: Tx, cell: number): Promise<Finding> {
  const { checked } = await tx.one<{ checked: number }>(
    'select count(*) as checked from insight.unit_count where cell_id = $1',
    [cell],
  )
  const wrong = await wrongSums(tx, cell, breachesListed)
  const breaches = wrong.map(({ unit, says, sum }) => ({
    row: row(cell, unit),
    words: `counts ${inWords(says)}; itself and those below make ${inWords(sum)}`,
  }))
  return { checked, breaches }
}

/** The days of a cell's unions add up to its live counts, where both have folded the same facts. */
async function daysOf(tx: Tx, cell: number): Promise<Finding> {
  await tx.run('set transaction isolation level repeatable read')
  const marks = await tx.many<{ number: number }>(
    `select number from kernel.consumer where cell_id = $1 and name in ('insight.unit_count', 'insight.unit_day')`,
    [cell],
  )
  const [count, day] = marks
  if (!count || !day || count.number !== day.number) return { checked: 0, breaches: [] }
  const rows = await tx.many<{ unit: string; says: Delta; days: Delta }>(
    `select c.unit_id as unit, json_build_object('onRoll', c.own_on_roll, 'provisional', c.own_provisional, 'claimed', c.own_claimed,
       'affirmed', c.own_affirmed) as says,
       json_build_object('onRoll', d.on_roll, 'provisional', d.provisional, 'claimed', d.claimed, 'affirmed', d.affirmed) as days
     from insight.unit_count c cross join lateral (
       select coalesce(sum(own_on_roll), 0)::int as on_roll, coalesce(sum(own_provisional), 0)::int as provisional,
         coalesce(sum(own_claimed), 0)::int as claimed, coalesce(sum(own_affirmed), 0)::int as affirmed
       from insight.unit_day d where d.cell_id = c.cell_id and d.unit_id = c.unit_id
     ) d
     where c.cell_id = $1 order by c.unit_id`,
    [cell],
  )
  const breaches = rows.flatMap(({ unit, says, days }) =>
    isNone(minus(says, days))
      ? []
      : [
          {
            row: `insight.unit_day (${cell}, ${unit})`,
            words: `adds up to ${inWords(days)}; the union counts ${inWords(says)}`,
          },
        ],
  )
  return { checked: rows.length, breaches: breaches.slice(0, breachesListed) }
}

/** What holds of the live counts. */
export const insightInvariants: readonly Invariant[] = [
  {
    name: 'insight.counts_equal_rows',
    words: 'the counts of a union equal the rows of the roll',
    check: inEachCell(cellsWithCounts, countsOf),
  },
  {
    name: 'insight.counts_add_up',
    words: 'the counts of a union are its own and those below it, added up',
    check: inEachCell(cellsWithCounts, sumsOf),
  },
  {
    name: 'insight.days_equal_counts',
    words: 'the counts of all days of a union add up to its counts of now',
    check: inEachCell(cellsWithCounts, daysOf),
  },
]
