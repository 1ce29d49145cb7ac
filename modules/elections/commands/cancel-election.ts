import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionView, ReasonedKey } from '../contract.ts'
import { openElection, takeStep } from '../taking.ts'

/** Ends an election that was planned and not published, with the reason. Refuses `kernel.absent`, `matter.step_not_open`. */
export const cancelElection = command({
  act: 'elections.cancel',
  by: ['post'],
  input: ReasonedKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openElection(context, context.input, ['planned', 'preparing'])
    return takeStep(context, opened, 'cancel', { reason: context.input.reason })
  },
})
