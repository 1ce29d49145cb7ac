import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { MyElectionList } from '../contract.ts'
import { myElections } from '../my-elections.ts'

/**
 * What is being elected at the union a member belongs to: meeting, candidates once they are published, and who was elected
 * once that is approved. Of anybody else's union nothing is shown.
 *
 * @see design section 2, ELE-35
 */
export const listMyElections = query({
  act: 'elections.list_my_elections',
  by: ['person'],
  input: Nothing,
  output: MyElectionList,
  beyond: { union: 'the election is that of the union the person belongs to: what is published there' },
  async run({ tx, actor, today, allow, services, mine, reach }) {
    if (actor.kind === 'system') throw new Error('an election is looked at by a member')
    allow.self(actor.person)
    await mine(actor.place.cell)
    return {
      items: await myElections(tx, services, actor.person, actor.place.cell, today, (place) => reach('union', place)),
    }
  },
})
