import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { leaveMessages, type NewMessage } from '@gongqiao/kernel/messages/inbox.ts'

/** Tells whoever holds a post; a post that nobody holds is told nothing. */
export async function tellHolder(
  tx: Tx,
  post: string | null,
  message: Omit<NewMessage, 'account'>,
  now: Date,
): Promise<void> {
  const holder = await tx.maybe<{ account: string; cell: number }>(
    `select h.account_id as account, p.cell_id as cell from kernel.post_holding h join kernel.post p on p.id = h.post_id
     where h.post_id = $1 and h.valid_to is null and h.superseded_at is null`,
    [post],
  )
  if (holder) await leaveMessages(tx, holder.cell, [{ account: holder.account, ...message }], now)
}
