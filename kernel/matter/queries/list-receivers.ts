import { query } from '../../command/query.ts'
import { absent } from '../../refusal.ts'
import { MatterKey, MatterReceivers } from '../contract.ts'
import { findMatter } from '../history.ts'
import type { MatterParts } from '../parts.ts'
import { heldPosts } from '../posts.ts'
import { unitRef } from '../view.ts'

/**
 * The posts that see a matter 可接收的岗位: of its unit and of those above it, the nearest first. It may be handed to those
 * the actor covers, and any of them may be asked to sign; names are told of those the actor covers. Refuses `kernel.absent`, `kernel.forbidden`.
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
      const units = new Map((await parts.units.above(tx, matter.hostUnit)).map((unit) => [unit.id, unit]))
      const posts = await heldPosts(tx, [...units.keys()])
      return {
        items: posts.flatMap((post) => {
          const unit = units.get(post.unit)
          if (!unit) return []
          const { cell, path } = unit.place
          const within = actor.post.ranges.some(
            (range) => cell >= range.cellLo && cell <= range.cellHi && path >= range.pathLo && path < range.pathHi,
          )
          return [
            {
              post: post.id,
              title: post.title,
              unit: unitRef(unit),
              holder: within ? post.holder : null,
              handOver: within,
            },
          ]
        }),
      }
    },
  })
}
