import { command } from '@gongqiao/kernel/command/command.ts'
import { Closing, MyAsk } from '../contract.ts'
import { ownReach } from '../own-ask.ts'
import { takeOwnStep } from '../own-step.ts'

/**
 * Ends one's own ask 办结评价: says whether it was solved, and how answer and handling were, from 1 to 5. Nobody else can.
 *
 * Refuses `kernel.absent`, `rights.query_code_unknown`, `matter.step_not_open`.
 *
 * @see rulebook 2.7 satisfaction; design 2.5
 */
export const closeAsk = command({
  act: 'rights.close_ask',
  by: ['person', 'anyone'],
  input: Closing,
  output: MyAsk,
  cellOf: (input) => input.cell,
  beyond: ownReach,
  run(context) {
    const { solved, answer, handling, words = '' } = context.input
    const said = { side: 'asker', step: 'close', by: null, words: words.trim() } as const
    const change = { solved, answerScore: answer, handlingScore: handling }
    return takeOwnStep(context, { name: 'close', said }, () => ({ name: 'close', change, said }))
  },
})
