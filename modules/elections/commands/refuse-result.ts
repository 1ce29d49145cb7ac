import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionView, ReasonedKey } from '../contract.ts'
import { openElection, refuseUnlessAbove, takeStep } from '../taking.ts'

/**
 * Does not approve a result, with the reason, as the union one level up; the union counts again, or holds its meeting again.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `elections.from_above`, `matter.step_not_open`.
 *
 * @see ELE-40
 */
export const refuseResult = command({
  act: 'elections.refuse_result',
  by: ['post'],
  input: ReasonedKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input } = context
    const opened = await openElection(context, input, ['reported'])
    await refuseUnlessAbove(context, opened.unit)
    return takeStep(context, opened, 'refuse', { owner: opened.unit.desk_post_id, reason: input.reason })
  },
})
