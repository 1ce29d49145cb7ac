import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { askView } from '../ask-view.ts'
import { AskView, Saying } from '../contract.ts'
import { holdAsk, stepOn, tellAsker } from '../handling.ts'
import { mayAskMore } from '../standing-still.ts'

/**
 * Asks the asker for more 请补充. Until it comes the union's clock stands still.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `rights.clock_runs_on` where the rule of its clock lets it not stand still.
 *
 * @see T-11
 */
export const askMore = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Saying,
  output: AskView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today, allow, matters, services, actor } = context
    const { cell, matter, words } = input
    const held = await holdAsk(context, cell, matter)
    allow(held.before.host)
    if (held.before.state === 'handling' && !mayAskMore(services, held.before))
      throw new Refusal('rights.clock_runs_on')
    const { after, facts } = await stepOn(context, held, {
      name: 'ask_more',
      change: { pausedOn: today },
      said: { side: 'union', step: 'ask_more', by: matters.byWords, words },
    })
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    await tellAsker(context, held, view.unit.name, 'more')
    return {
      cell,
      subject: matter,
      before: { state: held.before.state },
      after: { state: after.state },
      facts,
      answer: view,
    }
  },
})
