import { command } from '@gongqiao/kernel/command/command.ts'
import { LifeMatter, Noted } from '../contract.ts'
import { deemed } from '../machine.ts'
import { stepLife } from '../matters.ts'
import { openOwnLife, seenByPerson } from '../own.ts'

/**
 * Says why dues were not paid, or that they are now 说明原因: the committee has to answer it before it may declare anything.
 *
 * Refuses `kernel.absent`, `matter.step_not_open`.
 *
 * @see rulebook MEM-40
 */
export const explainNeglect = command({
  act: 'membership.explain_neglect',
  by: ['person'],
  input: Noted,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the matter is the person’s own, wherever it is kept' },
  async run(context) {
    const { cell, matter, note } = context.input
    const life = await openOwnLife(context, deemed)
    const after = await stepLife(context, deemed, life, 'explain', { explanation: note })
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByPerson(context, cell, matter),
    }
  },
})
