import { command } from '@gongqiao/kernel/command/command.ts'
import { ReasonedKey, SmallMatter } from '../contract.ts'
import { openRemoval, takeRemovalStep } from '../removal-taking.ts'

/** Withdraws a removal that was not voted on. Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`. */
export const withdrawRemoval = command({
  act: 'elections.withdraw_removal',
  by: ['post'],
  input: ReasonedKey,
  output: SmallMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const opened = await openRemoval(context, context.input, 'proposed')
    return takeRemovalStep(context, opened, 'withdraw', { reason: context.input.reason })
  },
})
