import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { InvitationRow } from './rows.ts'

/** Keeps what an invitation led to; where it was sent is let go of. */
export async function endInvitation(
  tx: Tx,
  row: InvitationRow,
  { account, post }: { readonly account: string; readonly post: string },
  now: Date,
): Promise<void> {
  await tx.run(
    `update organization.officer_invitation set accepted_at = $3, account_id = $4, post_id = $5, phone_cipher = null, mail_cipher = null
     where cell_id = $1 and id = $2`,
    [row.cell_id, row.id, now, account, post],
  )
}
