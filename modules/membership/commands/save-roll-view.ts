import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { NewRollView, RollView } from '../contract.ts'
import { openNoOtherFirst, sealView, viewFaults } from '../roll-views.ts'

const viewsAtMost = 30

/**
 * Saves what an officer looks for on the roll again and again, with its columns, under a name. It is theirs alone.
 *
 * Refuses a number or phone among the words, and `membership.too_many_views` beyond thirty.
 */
export const saveRollView = command({
  act: 'membership.save_view',
  by: ['post'],
  input: NewRollView,
  output: RollView,
  check: viewFaults,
  async run({ tx, input, actor, now, allow, services }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('views are an officer’s own')
    const { account, post } = actor
    const { cell, path } = post.place
    const { had } = await tx.one<{ had: number }>(
      `select count(*)::int as had from membership.roll_view where cell_id = $1 and account_id = $2 and post_id = $3 and kind = 'view'`,
      [cell, account, post.id],
    )
    if (had >= viewsAtMost) throw new Refusal('membership.too_many_views', { variables: { limit: viewsAtMost } })
    const id = newId(now.getTime())
    const { opensFirst, ...content } = input
    if (opensFirst) await openNoOtherFirst(tx, actor, id)
    await tx.run(
      `insert into membership.roll_view (cell_id, id, path, account_id, post_id, kind, opens_first, content, changed_at)
       values ($1, $2, $3, $4, $5, 'view', $6, $7, $8)`,
      [cell, id, path, account, post.id, opensFirst, await sealView(services, actor, id, content), now],
    )
    return { cell, subject: id, after: { opensFirst }, answer: { id, ...input } }
  },
})

/** Changes a view of one's own: its name, what it looks for, its columns, whether the roll opens with it. Refuses `kernel.absent`. */
export const changeRollView = command({
  act: 'membership.save_view',
  by: ['post'],
  input: Type.Object({ view: Id, ...NewRollView.properties }, { additionalProperties: false }),
  output: RollView,
  check: viewFaults,
  async run({ tx, input, actor, now, allow, services }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('views are an officer’s own')
    const { account, post } = actor
    const { cell } = post.place
    const { view: id, opensFirst, ...content } = input
    if (opensFirst) await openNoOtherFirst(tx, actor, id)
    const changed = await tx.run(
      `update membership.roll_view set opens_first = $5, content = $6, changed_at = $7
       where cell_id = $1 and id = $2 and account_id = $3 and post_id = $4 and kind = 'view'`,
      [cell, id, account, post.id, opensFirst, await sealView(services, actor, id, content), now],
    )
    if (changed === 0) throw absent()
    return { cell, subject: id, after: { opensFirst }, answer: { id, opensFirst, ...content } }
  },
})
