import { civilDay } from '@gongqiao/calendar'
import { isCivilDay } from '@gongqiao/codes'
import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { foldAll, type NumberedFact, type Projection } from '@gongqiao/kernel/facts/consumer.ts'
import { forgetDays, wrongDaySums } from './national-scans.ts'
import { type Spread, spreadUp } from './places.ts'
import { deltasByUnit, minus, none, stands } from './rules.ts'

/** From which day on a change holds, and on which day it was told. */
type Days = { readonly validOn: string; readonly recordedOn: string }

const addDays = `insert into insight.unit_day (cell_id, unit_id, valid_on, recorded_on, on_roll, provisional, claimed, affirmed,
    own_on_roll, own_provisional, own_claimed, own_affirmed)
  select $1, unit, $2, $3, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional, own_claimed, own_affirmed
  from unnest($4::uuid[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[])
    as d (unit, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional, own_claimed, own_affirmed)
  on conflict (cell_id, unit_id, valid_on, recorded_on) do update set on_roll = unit_day.on_roll + excluded.on_roll,
    provisional = unit_day.provisional + excluded.provisional, claimed = unit_day.claimed + excluded.claimed,
    affirmed = unit_day.affirmed + excluded.affirmed, own_on_roll = unit_day.own_on_roll + excluded.own_on_roll,
    own_provisional = unit_day.own_provisional + excluded.own_provisional,
    own_claimed = unit_day.own_claimed + excluded.own_claimed, own_affirmed = unit_day.own_affirmed + excluded.own_affirmed`

/** Adds changes to the days of unions of one cell; travels with the transaction's next statement. */
function write(tx: Tx, { validOn, recordedOn }: Days, { cell, rows }: Spread): void {
  if (rows.length === 0) return
  tx.runWithNext(addDays, [
    cell,
    validOn,
    recordedOn,
    rows.map((row) => row.unit),
    ...stands.map((stand) => rows.map((row) => row.delta[stand])),
    ...stands.map((stand) => rows.map((row) => row.own[stand])),
  ])
}

/** The days of a fact: it holds from the day it says, or from the day it was told. */
function daysOf({ body, at }: NumberedFact): Days {
  const recordedOn = civilDay(at)
  const { on } = body
  return { validOn: typeof on === 'string' && isCivilDay(on) && on < recordedOn ? on : recordedOn, recordedOn }
}

/** A correction climbs one level a round; no union stands deeper. */
const roundsAtMost = 20

/** A union that moved took its people out of some sums and into others: from that day each is its own and those below it again. */
async function mendDays(tx: Tx, cell: number, today: string): Promise<void> {
  for (let round = 0; round < roundsAtMost; round++) {
    const wrong = await wrongDaySums(tx, cell)
    if (wrong.length === 0) return
    const rows = wrong.map(({ unit, says, sum }) => ({ unit, delta: minus(sum, says), own: none }))
    write(tx, { validOn: today, recordedOn: today }, { cell, rows })
  }
  throw new Error('the days do not come to rest')
}

/** Counts of every union by day, as told: a fold over who became what where from which day on. Rebuildable from zero. */
export function unitDayProjection(): Projection<readonly string[]> {
  return {
    name: 'insight.unit_day',
    async fold(tx, cell, facts) {
      const byDays = Map.groupBy(facts, (fact) => Object.values(daysOf(fact)).join(' '))
      for (const some of byDays.values()) {
        const [first] = some
        const deltas = deltasByUnit(some)
        if (!first || deltas.size === 0) continue
        for (const spread of await spreadUp(tx, cell, deltas)) write(tx, daysOf(first), spread)
      }
      const move = facts.findLast(({ name }) => name === 'organization.unit_moved')
      if (move) await mendDays(tx, cell, civilDay(move.at))
      return []
    },
  }
}

/** Lets the days be folded anew from the first fact; meanwhile figures of past days are incomplete, those of now are not touched. */
export async function rebuildDays(pool: Pool): Promise<void> {
  await inTransaction(pool, undefined, forgetDays)
  await foldAll(
    pool,
    unitDayProjection(),
    () => undefined,
    (error) => {
      throw error
    },
  )
}
