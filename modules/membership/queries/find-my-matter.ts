import { query } from '@gongqiao/kernel/command/query.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { MyMatter } from '../contract.ts'
import { myMatter } from '../mine.ts'
import { findMatter } from '../views.ts'

/** One of my matters with its owner, due day and history. Refuses `kernel.absent`. */
export const findMyMatter = query({
  act: 'membership.find_my_matter',
  by: ['person'],
  input: Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false }),
  output: MyMatter,
  async run({ tx, input, actor, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system has no matters')
    allow.self(actor.person)
    await mine(input.cell)
    return myMatter(tx, services, await findMatter(tx, input.cell, input.matter), actor.person, today, actor.language)
  },
})
