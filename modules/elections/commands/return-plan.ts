import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionView, ReasonedKey } from '../contract.ts'
import { openElection, refuseUnlessAbove, takeStep } from '../taking.ts'

/**
 * Sends a requested election back to its union with the reason, as the union one level up.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `elections.from_above`, `matter.step_not_open`.
 */
export const returnPlan = command({
  act: 'elections.return_plan',
  by: ['post'],
  input: ReasonedKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input } = context
    const opened = await openElection(context, input, ['requested'])
    await refuseUnlessAbove(context, opened.unit)
    return takeStep(context, opened, 'return', { owner: opened.unit.desk_post_id, reason: input.reason })
  },
})
