import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionKey, ElectionView } from '../contract.ts'
import { openElection, refuseUnlessAbove, takeStep } from '../taking.ts'

/**
 * Agrees to a requested election, as the union one level up 批复同意.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `elections.from_above`, `matter.step_not_open`.
 *
 * @see ELE-14, ELE-34
 */
export const agreeToElection = command({
  act: 'elections.agree',
  by: ['post'],
  input: ElectionKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openElection(context, context.input, ['requested'])
    await refuseUnlessAbove(context, opened.unit)
    return takeStep(context, opened, 'agree', { owner: opened.unit.desk_post_id })
  },
})
