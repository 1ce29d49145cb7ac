import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { Post } from '../contract.ts'
import { findPost } from '../posts.ts'

/**
 * Hands a post 岗位 to another officer of the union or of the one above. Its queue stays with the post.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.not_an_officer_here`, `organization.holds_it_already`.
 */
export const handOverPost = command({
  act: 'organization.hand_over_post',
  by: ['post'],
  input: Type.Object({ post: Id, to: Id }, { additionalProperties: false }),
  output: Post,
  async run({ tx, input, now, today, allow }) {
    const before = await findPost(tx, input.post, today)
    if (!before) throw absent()
    const place = { cell: before.unit.cell, path: before.unit.path }
    allow(place)

    const successor = await tx.maybe<{ name: string }>(
      `select h.holder_name as name from kernel.post_holding h join kernel.post p on p.id = h.post_id
       where h.account_id = $1 and p.unit_id in ($2, $3) and h.valid_to is null and h.superseded_at is null limit 1`,
      [input.to, before.unit.id, before.unit.parent],
    )
    if (!successor) throw new Refusal('organization.not_an_officer_here')
    const ended = await tx.maybe<{ account: string }>(
      `update kernel.post_holding set valid_to = $2 where post_id = $1 and valid_to is null and superseded_at is null
       returning account_id as account`,
      [input.post, today],
    )
    if (ended?.account === input.to) throw new Refusal('organization.holds_it_already')
    await tx.run(
      `insert into kernel.post_holding (id, post_id, account_id, holder_name, valid_from, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
      [newId(now.getTime()), input.post, input.to, successor.name, today, now],
    )
    const answer = { ...before, holderName: successor.name, since: today }
    return {
      cell: place.cell,
      subject: input.post,
      before: { holder: ended?.account ?? null },
      after: { holder: input.to },
      facts: [{ cell: place.cell, name: 'organization.post_handed_over', body: { post: input.post } }],
      answer,
    }
  },
})
