import { command } from '@gongqiao/kernel/command/command.ts'
import { MyAsk, Reopening } from '../contract.ts'
import { clockOfClass } from '../handling.ts'
import { ownReach } from '../own-ask.ts'
import { takeOwnStep } from '../own-step.ts'
import { goUp, upReach } from '../second-opinion.ts'

/**
 * Takes up one's own ask again 没有解决，继续办理, also after it has ended. The clock of its class begins anew. Once the asker
 * may have the union one level up do it instead 由上一级重新办理.
 *
 * Refuses `kernel.absent`, `rights.query_code_unknown`, `matter.step_not_open`, `rights.no_second_opinion`.
 *
 * @see rulebook 2.7 NOT_SATISFIED → REDISPATCHED (once)
 */
export const reopenAsk = command({
  act: 'rights.reopen_ask',
  by: ['person', 'anyone'],
  input: Reopening,
  output: MyAsk,
  cellOf: (input) => input.cell,
  beyond: { ...ownReach, ...upReach },
  run(context) {
    const { input, today } = context
    const said = { side: 'asker', step: 'reopen', by: null, words: input.words.trim() } as const
    const anew = { extended: false, clockFrom: today, pauses: [], interimOn: null }
    const unsaid = { solved: null, answerScore: null, handlingScore: null }
    return takeOwnStep(
      context,
      { name: 'reopen', said },
      ({ row }) => ({
        name: 'reopen',
        note: { clock: clockOfClass({ ...row, extended: false }) },
        change: { ...anew, ...unsaid },
        said,
      }),
      input.above === true ? ({ before, row }) => goUp(context, before, row) : undefined,
    )
  },
})
