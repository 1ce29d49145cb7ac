import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionView, ReasonedKey } from '../contract.ts'
import { openElection, takeStep } from '../taking.ts'

/** Opens a closed count again, with the reason. Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`. */
export const recount = command({
  act: 'elections.recount',
  by: ['post'],
  input: ReasonedKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openElection(context, context.input, ['counted'])
    return takeStep(context, opened, 'recount', { reason: context.input.reason })
  },
})
