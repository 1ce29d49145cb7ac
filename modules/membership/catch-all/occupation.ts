import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Occupation } from './occupations.ts'

/** Keeps what somebody said they do, beside their membership. The cell's scope is open. */
export async function keepOccupation(
  tx: Tx,
  { cell, membership, path }: { readonly cell: number; readonly membership: string; readonly path: string },
  occupation: Occupation,
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into membership.occupation (cell_id, membership_id, path, occupation, source, at) values ($1, $2, $3, $4, 'self', $5)
     on conflict (cell_id, membership_id, occupation) do nothing`,
    [cell, membership, path, occupation, now],
  )
}
