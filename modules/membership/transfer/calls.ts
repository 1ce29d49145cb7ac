import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'

/** How a question to move came about: the member's own scan, a roster that names them, or the other union's asking. */
export type CallOrigin = 'scan' | 'roster' | 'union'

/** A union that was told no, by silence or by word, asks the same member again after ninety days at the earliest. */
const askedAgainMs = 90 * 86_400_000

/**
 * Asks a member whether they want to move to another union 转会邀约, once a union: it is shown to them until they say yes or
 * no. The scope of the membership's cell is open. Nothing is written for whoever is no member there, or stands there.
 */
export async function callToMove(
  tx: Tx,
  cell: number,
  membership: string,
  to: string,
  origin: CallOrigin,
  now: Date,
): Promise<boolean> {
  const asked = await tx.run(
    `insert into membership.transfer_call (cell_id, id, path, membership_id, person_id, to_unit_id, origin, at)
     select $1, $3, m.path, m.id, m.person_id, $4, $5, $6 from membership.membership m
     where m.cell_id = $1 and m.id = $2 and m.status in ('active', 'retained') and m.unit_id <> $4 and not exists (
       select from membership.transfer_call c where c.cell_id = $1 and c.membership_id = m.id and c.to_unit_id = $4
         and (c.answered_at is null or ($5 = 'union' and c.answered_at > $7)))`,
    [cell, membership, newId(now.getTime()), to, origin, now, new Date(now.getTime() - askedAgainMs)],
  )
  return asked === 1
}
