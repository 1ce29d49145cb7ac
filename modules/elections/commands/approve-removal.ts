import { command } from '@gongqiao/kernel/command/command.ts'
import { removeFromSeat } from '@gongqiao/modules/organization/index.ts'
import { Approval, SmallMatter } from '../contract.ts'
import { openRemoval, takeRemovalStep } from '../removal-taking.ts'
import { refuseUnlessAbove } from '../taking.ts'

/**
 * Approves a removal, as the union one level up; the seat ends on the day of the vote, and a vacant chair starts its clock.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `elections.from_above`, `matter.step_not_open`.
 *
 * @see ELE-40, ELE-41
 */
export const approveRemoval = command({
  act: 'elections.approve_removal',
  by: ['post'],
  input: Approval,
  output: SmallMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input } = context
    const opened = await openRemoval(context, input, 'reported')
    await refuseUnlessAbove(context, opened.unit)
    await tx.run('update elections.removal set document_number = $3 where cell_id = $1 and matter_id = $2', [
      ...[opened.row.cell, opened.row.matter, input.documentNumber],
    ])
    const { unit, row } = opened
    await removeFromSeat(context, unit, row.post, row.name, row.heldOn ?? context.today)
    return takeRemovalStep(context, opened, 'approve', { owner: opened.unit.desk_post_id })
  },
})
