import { command } from '@gongqiao/kernel/command/command.ts'
import { askView } from '../ask-view.ts'
import { AskView, Saying } from '../contract.ts'
import { clockOfClass, goingOn, holdAsk, stepOn, tellAsker } from '../handling.ts'

/**
 * Tells the asker how far it is 告知进展. The clock goes on as it was.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook 2.7: a specially complex ask has news by the 10th working day
 */
export const sayInterim = command({
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
    const { facts } = await stepOn(context, held, {
      name: 'interim',
      note: sameClock(held),
      change: { interimOn: today },
      said: { side: 'union', step: 'interim', by: matters.byWords, words },
    })
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    await tellAsker(context, held, view.unit.name, 'interim')
    return { cell, subject: matter, after: { state: held.before.state }, facts, answer: view }
  },
})

/** The clock an ask in hand has already. */
function sameClock({ before, row }: Awaited<ReturnType<typeof holdAsk>>) {
  return { clock: clockOfClass(row), ...goingOn(before) }
}
