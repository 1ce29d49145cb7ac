import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { type Counts, nobody } from './counts.ts'

/** A past day, and the day whose knowledge is asked for. */
export type AsOf = { readonly on: string; readonly knownOn: string }

const sum = hot(
  'insight.sum_days',
  `select coalesce(sum(on_roll), 0)::int as "onRoll", coalesce(sum(provisional), 0)::int as provisional,
     coalesce(sum(claimed), 0)::int as claimed, coalesce(sum(affirmed), 0)::int as affirmed,
     coalesce(sum(own_on_roll), 0)::int as "ownOnRoll", coalesce(sum(own_provisional), 0)::int as "ownProvisional",
     coalesce(sum(own_claimed), 0)::int as "ownClaimed", coalesce(sum(own_affirmed), 0)::int as "ownAffirmed"
   from insight.unit_day where cell_id = $1 and unit_id = $2 and valid_on <= $3 and recorded_on <= $4`,
)

/** The counts of a union as of a past day. */
export async function pastCountsOf(tx: Tx, cell: number, unit: string, { on, knownOn }: AsOf): Promise<Counts> {
  return (await tx.maybe<Counts>(sum, [cell, unit, on, knownOn])) ?? nobody
}
