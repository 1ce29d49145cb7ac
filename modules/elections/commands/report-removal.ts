import { command } from '@gongqiao/kernel/command/command.ts'
import { deskAbove } from '@gongqiao/modules/organization/index.ts'
import { ElectionKey, SmallMatter } from '../contract.ts'
import { openRemoval, takeRemovalStep } from '../removal-taking.ts'

/** Reports a carried removal to the union one level up. Refuses `kernel.absent`, `matter.step_not_open`. @see ELE-40 */
export const reportRemoval = command({
  act: 'elections.report_removal',
  by: ['post'],
  input: ElectionKey,
  output: SmallMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openRemoval(context, context.input, 'removed')
    return takeRemovalStep(context, opened, 'report', { owner: await deskAbove(context.tx, opened.unit) })
  },
})
