import { query } from '@gongqiao/kernel/command/query.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { type Look, LookPage } from '../contract.ts'

const pageSize = 30

/**
 * Who looked 谁看过我: every read of my record by somebody else in my present cell, newest first, with the post, the unit
 * and the act.
 *
 * @see design section 2.6; rulebook 8.1
 */
export const listLooks = query({
  act: 'people.list_looks',
  by: ['person'],
  input: Type.Object({ after: Type.Optional(Id) }, { additionalProperties: false }),
  output: LookPage,
  async run({ tx, input, actor, allow, mine }) {
    if (actor.kind === 'system') throw new Error('nobody looks at the system')
    allow.self(actor.person)
    const { cell } = actor.place
    await mine(cell)
    const rows = await tx.many<Omit<Look, 'at' | 'cell'> & { at: Date }>(
      `select l.id, l.at, l.act, l.post_title as post, l.unit_name as unit, l.reason from kernel.access l
       where l.cell_id = $1 and ($3::uuid is null or l.id < $3)
         and l.subjects @> array[$2::uuid]
       order by l.id desc limit $4`,
      [cell, actor.person, input.after ?? null, pageSize + 1],
    )
    const shown = rows.slice(0, pageSize)
    const items: Look[] = shown.map(({ id, at, act, post, unit, reason }) => ({
      cell,
      id,
      at: at.toISOString(),
      act,
      post,
      unit,
      reason,
    }))
    return { items, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null }
  },
})
