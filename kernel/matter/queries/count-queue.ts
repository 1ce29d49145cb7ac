import { query } from '../../command/query.ts'
import { Nothing } from '../../shapes.ts'
import { QueueCounts } from '../contract.ts'
import { countedAtMost, countsOfCell, nothing, plus, stretchesOf, type View } from '../queue-views.ts'

/**
 * The work queue in numbers 待办数, view by view: no matter and no person is shown, so nobody was looked at.
 *
 * `unit` and `overdue` are null where the post's area spans more than one cell.
 */
export const countQueue = query({
  act: 'kernel.count_queue',
  by: ['post'],
  input: Nothing,
  output: QueueCounts,
  async run({ tx, actor, today, allow, within }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('a queue belongs to a post')
    const { post } = actor

    async function countsOf(view: View) {
      let counts = nothing
      for (const { cell, range } of await stretchesOf(tx, within, post, { view, today })) {
        await within(range)
        counts = plus(counts, await countsOfCell(tx, cell, { view, range, post: post.id, today }))
        if (counts.open >= countedAtMost) break
      }
      return counts
    }

    const isOneCell = post.ranges.every(({ cellLo, cellHi }) => cellLo === cellHi && cellLo === post.place.cell)
    return {
      mine: await countsOf('mine'),
      waiting: await countsOf('waiting'),
      unit: isOneCell ? await countsOf('unit') : null,
      overdue: isOneCell ? await countsOf('overdue') : null,
    }
  },
})
