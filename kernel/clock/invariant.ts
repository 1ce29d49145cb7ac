import { inTransaction } from '../database/tx.ts'
import { allowsPause } from '../matter/clock-acts.ts'
import { type Deadlines, openDeadlines, type RegionsOfCells } from '../matter/deadlines.ts'
import { clockPlace } from '../matter/matters.ts'
import { type Clock, clockColumns, movedDue } from '../matter/recompute-deadlines.ts'
import { cellsWithMatters } from '../national-scans.ts'
import { type Breach, type Invariant, inEachRow } from '../verify/invariant.ts'

type Carried = Clock & { readonly carried: boolean }

const openClocks = `select ${clockColumns}, moved_from_cell is not null as carried from kernel.matter
  where cell_id = $1 and id > $2 and ended_at is null order by id limit $3`

/** Tells whether a due day is what the rule gives in one of the places that have a version of it. */
function givenSomewhere(deadlines: Deadlines, { rule, from, due, pauses, extensions }: Clock): boolean {
  const regions = new Set(deadlines.all().flatMap(({ id, region }) => (id === rule ? [region] : [])))
  return [...regions].some((region) => deadlines.due(rule, from, { region, pauses, extensions }).on === due)
}

/**
 * Every open matter is due on the day its rule, the calendar and its pauses give, unless its clock stands still, which it
 * does for a reason of its rule alone (T-11). One that was referred from elsewhere keeps the day it had there. While due
 * days still follow a change, nothing is said of them.
 *
 * @param regions the places of cells: their own rules and holidays hold
 */
export function clockInvariant(regions: RegionsOfCells): Invariant {
  return {
    name: 'kernel.due_day',
    words: 'every open matter is due on the day its rule and the calendar give',
    async check(parts) {
      const following = await inTransaction(
        parts.pool,
        undefined,
        (tx) => tx.run('select from kernel.clock_change where followed_at is null limit 1'),
        'read only',
      )
      if (following > 0) return
      const deadlines = await openDeadlines(parts.pool, regions)
      const ruled = (clock: Clock) =>
        deadlines.all().some(({ id, effective_from: from }) => id === clock.rule && from <= clock.from)
      const known = new Map<string, boolean>()
      const breachOf = (clock: Carried, cell: number): Breach | undefined => {
        const row = `kernel.matter (${cell}, ${clock.id})`
        const key = `${clock.rule} ${clock.from}`
        const has = known.get(key) ?? ruled(clock)
        known.set(key, has)
        if (!has) return { row, words: `has a clock by no rule: ${clock.rule}` }
        const { standsFor } = clock
        const place = clockPlace({ cell, clockCell: clock.clockCell })
        if (standsFor !== null && !allowsPause(deadlines.rule(clock.rule, clock.from, place), standsFor))
          return { row, words: `stands still for ${standsFor}, which ${clock.rule} does not allow` }
        const due = movedDue(deadlines, cell, clock)
        if (due === undefined || (clock.carried && givenSomewhere(deadlines, clock))) return undefined
        return { row, words: `is due on ${clock.due}, and ${clock.rule} from ${clock.from} gives ${due.on}` }
      }
      await inEachRow<Carried>(cellsWithMatters, openClocks, breachOf)(parts)
    },
  }
}
