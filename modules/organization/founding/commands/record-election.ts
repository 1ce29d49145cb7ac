import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingElection, FoundingView } from '../contract.ts'
import { openToRun } from '../open.ts'
import { recordFoundingResult } from '../record-result.ts'
import { foundingView } from '../view.ts'

/**
 * Enters the counted result of the founding meeting 成立大会, as the tellers give it.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input` with every fault at once, `matter.step_not_open`.
 *
 * @see ELE-50 to ELE-59; rulebook 1.3, step 5
 */
export const recordElection = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, result: FoundingElection }, { additionalProperties: false }),
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, today, services } = context
    const opened = await openToRun(context)
    await recordFoundingResult(context, opened, input.result)
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: opened.before.state },
      after: { state: answer.state, electedOn: input.result.electedOn, termYears: input.result.termYears },
      answer,
    }
  },
})
