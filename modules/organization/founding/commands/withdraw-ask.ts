import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { readFollow } from '../asks.ts'
import { OwnAsk } from '../contract.ts'
import { findOwnAsk } from '../own-ask.ts'
import { endAsk } from '../withdraw.ts'

/** Takes back a request for a union by the text that was given when it was made. Refuses `kernel.absent`. */
export const withdrawAsk = command({
  act: 'organization.withdraw_ask',
  by: ['anyone'],
  input: Type.Object({ follow: Type.String({ maxLength: 60 }) }, { additionalProperties: false }),
  output: OwnAsk,
  cellOf: (input, services) => readFollow(services, input.follow)?.cell,
  beyond: { place: 'whoever holds the text of a request is its asker; the request is kept by the union of the place' },
  async run(context) {
    const { tx, input, actor, today, allow, reach, services } = context
    allow.everybody('whoever holds the text of a request is its asker')
    const follow = readFollow(services, input.follow)
    if (!follow) throw absent()
    const { cell, digest } = follow
    await reach('place', { cell, path: '' })
    const ask = await tx.maybe<{ id: string }>(
      'select id from organization.founding_ask where cell_id = $1 and digest = $2',
      [cell, digest],
    )
    if (!ask) throw absent()
    const matter = await endAsk(context, cell, ask.id)
    const answer = await findOwnAsk(tx, services, cell, ask.id, today, actor.language)
    return { cell, subject: matter, after: { state: answer.state }, answer }
  },
})

/** Takes back one's own request for a union. Refuses `kernel.absent`. */
export const withdrawOwnAsk = command({
  act: 'organization.withdraw_own_ask',
  by: ['person'],
  input: Type.Object({ cell: Cell, ask: Id }, { additionalProperties: false }),
  output: OwnAsk,
  cellOf: (input) => input.cell,
  beyond: { place: 'the request is the person’s own; it is kept by the union of the place they named' },
  async run(context) {
    const { tx, input, actor, today, allow, reach, services } = context
    if (actor.kind === 'system') throw new Error('the system asks for nothing')
    allow.self(actor.person)
    const { cell, ask } = input
    await reach('place', { cell, path: '' })
    const own = await tx.maybe(
      'select from organization.founding_ask where cell_id = $1 and id = $2 and person_id = $3',
      [cell, ask, actor.person],
    )
    if (!own) throw absent()
    const matter = await endAsk(context, cell, ask)
    const answer = await findOwnAsk(tx, services, cell, ask, today, actor.language)
    return { cell, subject: matter, after: { state: answer.state }, answer }
  },
})
