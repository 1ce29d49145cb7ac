import { command } from '@gongqiao/kernel/command/command.ts'
import { deskAbove } from '@gongqiao/modules/organization/index.ts'
import { ElectionKey, ElectionView } from '../contract.ts'
import { openElection, takeStep } from '../taking.ts'

/**
 * Reports the result to the union one level up 选举结果报告; what the rules find against it goes along.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-40
 */
export const reportResult = command({
  act: 'elections.report_result',
  by: ['post'],
  input: ElectionKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openElection(context, context.input, ['counted'])
    return takeStep(context, opened, 'report', { owner: await deskAbove(context.tx, opened.unit) })
  },
})
