import { command, type Fact } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { covers, subtreeOf } from '../../shared/place.ts'
import { mustBeOpen, openForPost } from '../acting.ts'
import { HandOver, MatterView } from '../contract.ts'
import type { Matter } from '../matters.ts'
import type { MatterParts } from '../parts.ts'
import { postsById } from '../posts.ts'
import { endReferral, goTo, referReach, tellPost } from '../referring.ts'
import { matterViewOf } from '../view.ts'

/**
 * Gives a matter to another post 移交 that the actor covers: of its unit or of one above it, where it stays and the post has
 * it; of a unit below it 交办, to which it then goes with all there is of it. State and clock stay; whoever holds the post is
 * told.
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
    beyond: referReach,
    async run(context) {
      const { tx, input, actor, today, services, matters, within } = context
      if (actor.kind !== 'post') throw new Error('a matter is handed over by a post')
      const opened = await openForPost(context, parts)
      mustBeOpen(opened)
      const { matter, kind } = opened
      if (matter.owner === input.post) throw new Refusal('matter.already_there')
      const post = (await postsById(tx, [input.post])).get(input.post)
      const chain = post ? await parts.units.above(tx, post.unit) : []
      const [unit] = chain
      const reached = unit && actor.post.ranges.some((range) => covers(range, unit.place))
      const isBelow = unit?.id !== matter.hostUnit && chain.some(({ id }) => id === matter.hostUnit)
      const isAbove = (await parts.units.above(tx, matter.hostUnit)).some(({ id }) => id === unit?.id)
      const stays = kind.restricted === undefined || unit?.id === matter.hostUnit
      const travels = stays && (isAbove || (isBelow && unit?.open && (!kind.own || kind.onMove !== undefined)))
      if (!post || !unit || !reached || !travels || post.account === null)
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/post', code: 'kernel.field_choice' }] })

      let after: Matter
      let facts: readonly Fact[] = []
      if (isAbove) {
        const note = input.note === undefined ? {} : { note: input.note }
        after = await matters.mark(matter, 'hand_over', { owner: post.id, ...note })
        await tellPost(context, after, post.id, 'kernel.message.matter_handed')
      } else {
        await within(subtreeOf(matter.host))
        await endReferral(context, matter, 'passed_on')
        const to = { ...unit, desk: post.id }
        const going = { step: 'hand_over', to, reason: undefined, note: input.note, dueOn: null } as const
        const gone = await goTo(context, opened, going)
        after = gone.after
        facts = gone.facts
      }
      return {
        cell: input.cell,
        subject: input.matter,
        before: { owner: matter.owner, unit: matter.hostUnit },
        after: { owner: after.owner, unit: after.hostUnit },
        facts,
        answer: await matterViewOf(parts, tx, after, actor, { services, today, language: actor.language }),
      }
    },
  })
}
