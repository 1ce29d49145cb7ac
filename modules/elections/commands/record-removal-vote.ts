import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { isRemoved } from '../arithmetic/majority.ts'
import { RemovalVote, SmallMatter } from '../contract.ts'
import { parametersOf } from '../parameter-table.ts'
import { openRemoval, takeRemovalStep } from '../removal-taking.ts'

function voteFaults({ heldOn, all, yes }: Given, today: string): Fault[] {
  return [
    ...(typeof heldOn === 'string' && heldOn > today ? [{ field: '/heldOn', code: 'elections.in_future' }] : []),
    ...(typeof all === 'number' && typeof yes === 'number' && yes > all
      ? [{ field: '/yes', code: 'elections.more_than_expected', variables: { expected: all } }]
      : []),
  ]
}

/**
 * Records the vote on a removal: it is carried by more than half of all members or all delegates, and else the matter ends
 * there.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-41
 */
export const recordRemovalVote = command({
  act: 'elections.record_removal_vote',
  by: ['post'],
  input: RemovalVote,
  output: SmallMatter,
  cellOf: (input) => input.cell,
  check: voteFaults,
  async run(context) {
    const { tx, input, services } = context
    const opened = await openRemoval(context, input, 'proposed')
    const { cell, matter } = opened.row
    const { values } = await parametersOf(tx, services, cell, input.heldOn)
    await tx.run(
      'update elections.removal set held_on = $3, all_voters = $4, yes = $5 where cell_id = $1 and matter_id = $2',
      [cell, matter, input.heldOn, input.all, input.yes],
    )
    return takeRemovalStep(context, opened, isRemoved(input.yes, input.all, values.removal) ? 'remove' : 'keep')
  },
})
