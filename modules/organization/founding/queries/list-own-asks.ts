import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { type OwnAsk, OwnAsks } from '../contract.ts'
import { findOwnAsk } from '../own-ask.ts'

/** All unions that one has asked for, newest first, wherever they are kept. */
export const listOwnAsks = query({
  act: 'organization.list_own_asks',
  by: ['person'],
  input: Nothing,
  output: OwnAsks,
  beyond: { place: 'the request is the person’s own; it is kept by the union of the place they named' },
  async run({ tx, actor, today, allow, reach, services }) {
    if (actor.kind === 'system') throw new Error('the system asks for nothing')
    allow.self(actor.person)
    const cells = await tx.many<{ cell: number }>(
      'select cell_id as cell from people.person_cell where person_id = $1 order by cell_id',
      [actor.person],
    )
    const items: OwnAsk[] = []
    for (const { cell } of cells) {
      await reach('place', { cell, path: '' })
      const asks = await tx.many<{ id: string }>(
        'select id from organization.founding_ask where cell_id = $1 and person_id = $2 order by id desc limit 20',
        [cell, actor.person],
      )
      for (const { id } of asks) items.push(await findOwnAsk(tx, services, cell, id, today, actor.language))
    }
    return { items: items.sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1)) }
  },
})
