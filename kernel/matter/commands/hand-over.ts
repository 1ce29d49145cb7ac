import { command } from '../../command/command.ts'
import { leaveMessages } from '../../messages/inbox.ts'
import { Refusal } from '../../refusal.ts'
import { covers } from '../../shared/place.ts'
import { mustBeOpen, openForPost } from '../acting.ts'
import { HandOver, MatterView } from '../contract.ts'
import type { MatterParts } from '../parts.ts'
import { postsById } from '../posts.ts'
import { kindText, matterViewOf } from '../view.ts'

/**
 * Gives a matter to another post 移交: of its unit, or of a unit above it that the actor covers. State and clock stay; whoever
 * holds the post is told.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` once it has ended, `matter.already_there`, and
 * `kernel.invalid_input` for a post that nobody holds, or that would not see the matter.
 */
export function handOverMatter(parts: MatterParts) {
  return command({
    act: 'kernel.hand_over_matter',
    by: ['post'],
    input: HandOver,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    async run(context) {
      const { tx, input, actor, now, today, services, matters } = context
      if (actor.kind !== 'post') throw new Error('a matter is handed over by a post')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { matter } = opened
      if (matter.owner === input.post) throw new Refusal('matter.already_there')
      const post = (await postsById(tx, [input.post])).get(input.post)
      const unit = (await parts.units.above(tx, matter.hostUnit)).find(({ id }) => id === post?.unit)
      const reached = unit && actor.post.ranges.some((range) => covers(range, unit.place))
      if (!post || !unit || !reached || post.account === null)
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/post', code: 'kernel.field_choice' }] })
      const note = input.note === undefined ? {} : { note: input.note }
      const after = await matters.mark(matter, 'hand_over', { owner: post.id, ...note })
      await leaveMessages(
        tx,
        post.cell,
        [
          {
            account: post.account,
            kind: 'kernel.message.matter_handed',
            variables: { by: matters.byWords ?? '', kind: kindText(matter.kind, 'name') },
            link: `/matters/${matter.cell}/${matter.id}`,
          },
        ],
        now,
      )
      return {
        cell: input.cell,
        subject: input.matter,
        before: { owner: matter.owner },
        after: { owner: after.owner },
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}
