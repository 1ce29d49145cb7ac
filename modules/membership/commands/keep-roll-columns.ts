import { command } from '@gongqiao/kernel/command/command.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { RollColumns } from '../contract.ts'
import { sealView } from '../roll-views.ts'

/** Keeps which columns of the roll an officer wants to see, on whatever device they work. */
export const keepRollColumns = command({
  act: 'membership.save_view',
  by: ['post'],
  input: Type.Object({ columns: RollColumns }, { additionalProperties: false }),
  output: Type.Object({ columns: RollColumns }, { $id: 'membership.KeptRollColumns', additionalProperties: false }),
  async run({ tx, input, actor, now, allow, services }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('columns are an officer’s own')
    const { account, post } = actor
    const { cell, path } = post.place
    const kept = await tx.maybe<{ id: string }>(
      `select id from membership.roll_view where cell_id = $1 and account_id = $2 and post_id = $3 and kind = 'columns'`,
      [cell, account, post.id],
    )
    const id = kept?.id ?? newId(now.getTime())
    await tx.run(
      `insert into membership.roll_view (cell_id, id, path, account_id, post_id, kind, opens_first, content, changed_at)
       values ($1, $2, $3, $4, $5, 'columns', false, $6, $7)
       on conflict (cell_id, id) do update set content = excluded.content, changed_at = excluded.changed_at`,
      [cell, id, path, account, post.id, await sealView(services, actor, id, input.columns), now],
    )
    return { cell, subject: id, answer: { columns: input.columns } }
  },
})
