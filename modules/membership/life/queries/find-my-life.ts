import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { LifeKey, LifeMatter, MyLife } from '../contract.ts'
import { findMyLifeIn } from '../find-life.ts'
import { lifeView } from '../matters.ts'

/** How my own membership stands, and what I can do now 我现在能做什么. Refuses `membership.no_card` where I have none. */
export const findMyLife = query({
  act: 'membership.my_life',
  by: ['person'],
  input: Nothing,
  output: MyLife,
  async run({ tx, actor, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system belongs to no union')
    allow.self(actor.person)
    const { cell } = actor.place
    await mine(cell)
    const found = await findMyLifeIn(tx, services, cell, actor.person)
    if (!found) throw new Refusal('membership.no_card')
    return found
  },
})

/** One matter of my own membership, with what was said in it. Refuses `kernel.absent` for another's. */
export const findMyLifeMatter = query({
  act: 'membership.my_life_matter',
  by: ['person'],
  input: LifeKey,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, allow, mine, services, today }) {
    if (actor.kind === 'system') throw new Error('the system belongs to no union')
    allow.self(actor.person)
    await mine(input.cell)
    const { view } = await lifeView(tx, services, input.cell, input.matter, 'person', today, actor.language)
    if (view.person !== actor.person) throw absent()
    return view
  },
})
