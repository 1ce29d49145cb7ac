import { query } from '../../command/query.ts'
import { MatterKey, MyMatterWhole } from '../contract.ts'
import { findMatter } from '../history.ts'
import type { MatterParts } from '../parts.ts'
import { myWholeMatterOf } from '../view.ts'

/** A link follows a matter that was referred on so many times. */
const movesAtMost = 10

/** One of my matters with its owner, due day, history and what was filled in and attached. Refuses `kernel.absent`. */
export function findMyMatter(parts: MatterParts) {
  return query({
    act: 'membership.find_my_matter',
    by: ['person'],
    input: MatterKey,
    output: MyMatterWhole,
    async run({ tx, input, actor, today, allow, mine, services }) {
      if (actor.kind === 'system') throw new Error('the system has no matters')
      allow.self(actor.person)
      const lookIn = async (cell: number) => {
        await mine(cell)
        return findMatter(tx, cell, input.matter)
      }
      let matter = await lookIn(input.cell)
      // A link that was sent before the matter went to another cell still leads to it.
      for (let moves = 0; matter?.subject === actor.person && matter.movedTo !== null && moves < movesAtMost; moves++)
        matter = await lookIn(matter.movedTo)
      return myWholeMatterOf(parts, tx, matter, actor.person, { services, today, language: actor.language })
    },
  })
}
