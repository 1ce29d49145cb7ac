import { command } from '@gongqiao/kernel/command/command.ts'
import { askView } from '../ask-view.ts'
import { AskKey, AskView } from '../contract.ts'
import { clockOfClass, holdAsk, stepOn } from '../handling.ts'

/**
 * Signs for an ask 签收: from today the clock of its class runs.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook 2.7
 */
export const signAsk = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: AskKey,
  output: AskView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today, allow, services, actor } = context
    const { cell, matter } = input
    const held = await holdAsk(context, cell, matter)
    allow(held.before.host)
    const step = {
      name: 'sign',
      note: { clock: clockOfClass(held.row) },
      change: { clockFrom: today, pauses: [], interimOn: null },
    }
    const { after, facts } = await stepOn(context, held, step)
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
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
