import { command } from '@gongqiao/kernel/command/command.ts'
import { MyMatter, ReportKey } from '../contract.ts'
import { takeOwnStep } from '../own-report.ts'

/**
 * Says that one's own report is settled 已解决. Nobody else can.
 *
 * Refuses `kernel.absent`, `matter.step_not_open`.
 */
export const settleReport = command({
  act: 'membership.settle_report',
  by: ['person'],
  input: ReportKey,
  output: MyMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the report is the person’s own, wherever it is kept' },
  run: (context) => takeOwnStep(context, 'settle'),
})
