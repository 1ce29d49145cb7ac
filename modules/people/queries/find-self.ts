import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { Self } from '../contract.ts'
import { findSelfRow, selfOf } from '../self.ts'

/** Me: my name and my masked document and phone, as they are kept. */
export const findSelf = query({
  act: 'people.find_self',
  by: ['person'],
  input: Nothing,
  output: Self,
  async run({ tx, actor, allow, mine }) {
    if (actor.kind === 'system') throw new Error('the system is no person')
    allow.self(actor.person)
    await mine(actor.place.cell)
    return selfOf(await findSelfRow(tx, actor.place.cell, actor.account))
  },
})
