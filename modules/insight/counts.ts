import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Delta } from './rules.ts'

/** The live counts of one union: with all below it, and what it holds itself. */
export type Counts = Delta & {
  readonly ownOnRoll: number
  readonly ownProvisional: number
  readonly ownClaimed: number
  readonly ownAffirmed: number
}

const find = hot(
  'insight.find_counts',
  `select on_roll as "onRoll", provisional, claimed, affirmed, own_on_roll as "ownOnRoll", own_provisional as "ownProvisional",
     own_claimed as "ownClaimed", own_affirmed as "ownAffirmed"
   from insight.unit_count where cell_id = $1 and unit_id = $2`,
)

/** A union that nobody belongs to. */
export const nobody: Counts = {
  onRoll: 0,
  provisional: 0,
  claimed: 0,
  affirmed: 0,
  ownOnRoll: 0,
  ownProvisional: 0,
  ownClaimed: 0,
  ownAffirmed: 0,
}

/** One row by its key; a union nobody belongs to has zeros. */
export async function countsOf(tx: Tx, cell: number, unit: string): Promise<Counts> {
  return (await tx.maybe<Counts>(find, [cell, unit])) ?? nobody
}
