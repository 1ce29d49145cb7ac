import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findRightsMatter, myAskView } from '../ask-view.ts'
import { AskKey, MyAsk } from '../contract.ts'

/** One ask, or one report, of my own with its conversation. Refuses `kernel.absent`. */
export const findMyAsk = query({
  act: 'rights.find_my_ask',
  by: ['person'],
  input: AskKey,
  output: MyAsk,
  async run({ tx, input, actor, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system asks nobody')
    allow.self(actor.person)
    await mine(input.cell)
    const matter = await findRightsMatter(tx, input.cell, input.matter)
    if (matter.subject !== actor.person) throw absent()
    return myAskView({ tx, services, today, language: actor.language }, input.cell, input.matter)
  },
})
