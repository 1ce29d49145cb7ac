import { command } from '@gongqiao/kernel/command/command.ts'
import { deskAbove } from '@gongqiao/modules/organization/index.ts'
import { ElectionKey, ElectionView } from '../contract.ts'
import { openElection, takeStep } from '../taking.ts'

/**
 * Asks the party organization and the union one level up for the election 请示; its desk answers within the days of the
 * rule.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-14, ELE-34
 */
export const requestElection = command({
  act: 'elections.request',
  by: ['post'],
  input: ElectionKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openElection(context, context.input, ['planned'])
    return takeStep(context, opened, 'request', { owner: await deskAbove(context.tx, opened.unit) })
  },
})
