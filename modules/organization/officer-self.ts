import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OfficerSelf } from './contract.ts'
import { postsOfAccount } from './posts.ts'

/** An officer with the posts they may act as, and what is unread in the cells of those posts. */
export async function officerSelf(tx: Tx, account: string, name: string, today: string): Promise<OfficerSelf> {
  const posts = await postsOfAccount(tx, account, today)
  let unreadMessages = 0
  for (const cell of new Set(posts.map((post) => post.unit.cell))) {
    const row = await tx.one<{ unread: number }>(
      'select count(*) as unread from kernel.message where cell_id = $1 and account_id = $2 and read_at is null',
      [cell, account],
    )
    unreadMessages += row.unread
  }
  return { account, name, posts, unreadMessages }
}
