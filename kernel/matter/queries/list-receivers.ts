import { query } from '../../command/query.ts'
import { absent } from '../../refusal.ts'
import { covers } from '../../shared/place.ts'
import { MatterKey, MatterReceivers } from '../contract.ts'
import { findMatter } from '../history.ts'
import type { MatterParts } from '../parts.ts'
import { heldPosts, heldPostsBelow } from '../posts.ts'
import { mustKnow } from '../restricted.ts'
import { kindOf, unitRef } from '../view.ts'

/**
 * The posts that may have a matter 可接收的岗位: of its unit and of those above it, the nearest first, then of units below in
 * its cell. It may be handed to those the actor covers; its unit's and those above may be asked to sign. Names are told of
 * those the actor covers. Refuses `kernel.absent`, `kernel.forbidden`.
 */
export function listReceivers(parts: MatterParts) {
  return query({
    act: 'kernel.list_receivers',
    by: ['post'],
    input: MatterKey,
    output: MatterReceivers,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, allow }) {
      if (actor.kind !== 'post') throw new Error('an officer asks as a post')
      const matter = await findMatter(tx, input.cell, input.matter)
      if (!matter) throw absent()
      allow(matter.host)
      const kind = kindOf(parts, matter)
      mustKnow(kind, matter, actor)
      const chain = await parts.units.above(tx, matter.hostUnit)
      const above = await heldPosts(
        tx,
        chain.map(({ id }) => id),
      )
      const below = await heldPostsBelow(tx, matter.host)
      const units = await parts.units.byId(
        tx,
        [...above, ...below].map(({ unit }) => unit),
      )
      return {
        items: [...above, ...below].flatMap((post) => {
          const unit = units.get(post.unit)
          if (!unit || (kind?.restricted !== undefined && unit.id !== matter.hostUnit)) return []
          const within = actor.post.ranges.some((range) => covers(range, unit.place))
          const sign = chain.some(({ id }) => id === post.unit)
          const holder = within ? post.holder : null
          return [{ post: post.id, title: post.title, unit: unitRef(unit), holder, handOver: within, sign }]
        }),
      }
    },
  })
}
