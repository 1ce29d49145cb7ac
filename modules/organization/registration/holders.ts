import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** The accounts of whoever holds the post that answers for a union. */
export async function holdersOfDesk(tx: Tx, unit: string): Promise<string[]> {
  const rows = await tx.many<{ account: string }>(
    `select h.account_id as account from organization.unit u
     join kernel.post_holding h on h.post_id = u.desk_post_id and h.valid_to is null and h.superseded_at is null
     where u.id = $1 order by h.account_id`,
    [unit],
  )
  return rows.map(({ account }) => account)
}
