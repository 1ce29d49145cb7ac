import { command } from '@gongqiao/kernel/command/command.ts'
import { MyAsk, Reopening } from '../contract.ts'
import { clockOfClass } from '../handling.ts'
import { ownReach } from '../own-ask.ts'
import { takeOwnStep } from '../own-step.ts'

/**
 * Takes up one's own ask again 没有解决，继续办理, also after it has ended. The clock of its class begins anew.
 *
 * Refuses `kernel.absent`, `rights.query_code_unknown`, `matter.step_not_open`.
 *
 * @see rulebook 2.7 NOT_SATISFIED
 */
export const reopenAsk = command({
  act: 'rights.reopen_ask',
  by: ['person', 'anyone'],
  input: Reopening,
  output: MyAsk,
  cellOf: (input) => input.cell,
  beyond: ownReach,
  run(context) {
    const { input, today } = context
    const said = { side: 'asker', step: 'reopen', by: null, words: input.words.trim() } as const
    return takeOwnStep(context, { name: 'reopen', said }, ({ row }) => ({
      name: 'reopen',
      note: { clock: clockOfClass({ ...row, extended: false }) },
      change: { extended: false, clockFrom: today, pauses: [], solved: null, answerScore: null, handlingScore: null },
      said,
    }))
  },
})
