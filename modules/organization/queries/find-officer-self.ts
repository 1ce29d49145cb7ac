import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { OfficerSelf } from '../contract.ts'
import { postsOfAccount } from '../posts.ts'

/** Who an officer is, and which posts they may act as. */
export const findOfficerSelf = query({
  act: 'organization.find_officer_self',
  by: ['officer'],
  input: Nothing,
  output: OfficerSelf,
  async run({ tx, actor, today, allow }) {
    if (actor.kind === 'system') throw new Error('the system has no self')
    allow.own(actor.account)
    const posts = await postsOfAccount(tx, actor.account, today)
    const cells = [...new Set(posts.map((post) => post.unit.cell))]
    let unreadMessages = 0
    for (const cell of cells) {
      const row = await tx.one<{ unread: number }>(
        'select count(*) as unread from kernel.message where cell_id = $1 and account_id = $2 and read_at is null',
        [cell, actor.account],
      )
      unreadMessages += row.unread
    }
    return { account: actor.account, name: actor.name, posts, unreadMessages }
  },
})
