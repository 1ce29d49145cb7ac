import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { wrongSums } from './national-scans.ts'
import { type Stand, stands } from './rules.ts'

const atOnce = 1_000
/** A correction climbs one level a round; no union stands deeper. */
const roundsAtMost = 20

/**
 * Corrects by the difference the counts of one cell's unions that are not their own and those directly below, so that a
 * fold that runs meanwhile loses nothing; once, a thousand at most.
 *
 * @returns the units that were corrected
 */
export async function mendOnce(tx: Tx, cell: number, now: Date): Promise<string[]> {
  const wrong = await wrongSums(tx, cell, atOnce)
  if (wrong.length === 0) return []
  const column = (stand: Stand) => wrong.map(({ sum, says }) => sum[stand] - says[stand])
  await tx.run(
    `insert into insight.unit_count (cell_id, unit_id, on_roll, provisional, claimed, affirmed, own_on_roll, own_provisional, own_claimed,
       own_affirmed, changed_at)
     select $1, unit, on_roll, provisional, claimed, affirmed, 0, 0, 0, 0, $7
     from unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[]) as w (unit, on_roll, provisional, claimed, affirmed)
     on conflict (cell_id, unit_id) do update set on_roll = unit_count.on_roll + excluded.on_roll,
       provisional = unit_count.provisional + excluded.provisional, claimed = unit_count.claimed + excluded.claimed,
       affirmed = unit_count.affirmed + excluded.affirmed, changed_at = excluded.changed_at`,
    [cell, wrong.map(({ unit }) => unit), ...stands.map(column), now],
  )
  return wrong.map(({ unit }) => unit)
}

/** Corrects one cell until every union's counts are its own and those below it, added up. */
export async function mendCell(tx: Tx, cell: number, now: Date): Promise<string[]> {
  const mended = new Set<string>()
  for (let round = 0; round < roundsAtMost; round++) {
    const wrong = await mendOnce(tx, cell, now)
    if (wrong.length === 0) return [...mended]
    for (const unit of wrong) mended.add(unit)
  }
  throw new Error('the figures do not come to rest')
}
