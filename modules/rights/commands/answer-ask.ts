import { command } from '@gongqiao/kernel/command/command.ts'
import { askView } from '../ask-view.ts'
import { Answer, AskView } from '../contract.ts'
import { answering, holdAsk, stepOn, tellAsker } from '../handling.ts'

/**
 * Answers an ask 答复: how it ended, and what to do next. Whether that solves it is the asker's to say. What can be answered
 * at once need not be signed for first 即时答复.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook 2.7; 0.5.1 no silent rejection
 */
export const answerAsk = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Answer,
  output: AskView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today, allow, matters, services, actor } = context
    const { cell, matter, words, result } = input
    const held = await holdAsk(context, cell, matter)
    allow(held.before.host)
    const { after, facts } = await stepOn(context, held, answering(held.row, today, matters.byWords, words, result))
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    await tellAsker(context, held, view.unit.name, 'answered')
    return {
      cell,
      subject: matter,
      before: { state: held.before.state },
      after: { state: after.state, result },
      facts,
      answer: view,
    }
  },
})
