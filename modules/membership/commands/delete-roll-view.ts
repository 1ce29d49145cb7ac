import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/** Deletes a view of one's own. Refuses `kernel.absent`. */
export const deleteRollView = command({
  act: 'membership.delete_view',
  by: ['post'],
  input: Type.Object({ view: Id }, { additionalProperties: false }),
  output: Type.Object({ view: Id }, { $id: 'membership.DeletedRollView', additionalProperties: false }),
  async run({ tx, input, actor, allow }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('views are an officer’s own')
    const { account, post } = actor
    const { cell } = post.place
    const deleted = await tx.run(
      `delete from membership.roll_view where cell_id = $1 and id = $2 and account_id = $3 and post_id = $4 and kind = 'view'`,
      [cell, input.view, account, post.id],
    )
    if (deleted === 0) throw absent()
    return { cell, subject: input.view, answer: { view: input.view } }
  },
})
