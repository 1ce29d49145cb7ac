import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { MyConfidence } from '../contract.ts'
import { myConfidence } from '../my-confidence.ts'

/** Whether my employer's union knows of my membership. Refuses `membership.no_card`. @see design section 2.3 */
export const findMyConfidence = query({
  act: 'membership.my_confidence',
  by: ['person'],
  input: Nothing,
  output: MyConfidence,
  async run({ tx, actor, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system has no employer')
    allow.self(actor.person)
    const { cell } = actor.place
    await mine(cell)
    return myConfidence(tx, services, cell, actor.person)
  },
})
