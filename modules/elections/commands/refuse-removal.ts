import { command } from '@gongqiao/kernel/command/command.ts'
import { ReasonedKey, SmallMatter } from '../contract.ts'
import { openRemoval, takeRemovalStep } from '../removal-taking.ts'
import { refuseUnlessAbove } from '../taking.ts'

/** Does not approve a removal, with the reason, as the union one level up. Refuses `kernel.absent`, `elections.from_above`. @see ELE-40 */
export const refuseRemoval = command({
  act: 'elections.refuse_removal',
  by: ['post'],
  input: ReasonedKey,
  output: SmallMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input } = context
    const opened = await openRemoval(context, input, 'reported')
    await refuseUnlessAbove(context, opened.unit)
    return takeRemovalStep(context, opened, 'refuse', { owner: opened.unit.desk_post_id, reason: input.reason })
  },
})
