import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Type } from 'typebox'
import { readFollow } from '../asks.ts'
import { OwnAsk } from '../contract.ts'
import { findOwnAsk } from '../own-ask.ts'

/** One's own request for a union, by the text that was given when it was made. Refuses `kernel.absent`. */
export const followAsk = query({
  act: 'organization.follow_ask',
  by: ['anyone'],
  input: Type.Object({ follow: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
  output: OwnAsk,
  beyond: { place: 'whoever holds the text of a request is its asker; the request is kept by the union of the place' },
  async run({ tx, input, actor, today, allow, reach, services }) {
    allow.everybody('whoever holds the text of a request is its asker')
    const follow = readFollow(services, input.follow)
    if (!follow) throw absent()
    await reach('place', { cell: follow.cell, path: '' })
    const ask = await tx.maybe<{ id: string }>(
      'select id from organization.founding_ask where cell_id = $1 and digest = $2',
      [follow.cell, follow.digest],
    )
    if (!ask) throw absent()
    return findOwnAsk(tx, services, follow.cell, ask.id, today, actor.language)
  },
})
