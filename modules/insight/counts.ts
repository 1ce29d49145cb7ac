import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'

/** The live counts of one union. */
export type Counts = {
  readonly confirmed: number
  readonly provisional: number
  readonly ownConfirmed: number
  readonly ownProvisional: number
}

const find = hot(
  'insight.find_counts',
  `select confirmed, provisional, own_confirmed as "ownConfirmed", own_provisional as "ownProvisional"
   from insight.unit_count where cell_id = $1 and unit_id = $2`,
)

/** One row by its key; a union nobody belongs to has zeros. */
export async function countsOf(tx: Tx, cell: number, unit: string): Promise<Counts> {
  return (
    (await tx.maybe<Counts>(find, [cell, unit])) ?? { confirmed: 0, provisional: 0, ownConfirmed: 0, ownProvisional: 0 }
  )
}
