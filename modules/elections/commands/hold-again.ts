import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionView, ReasonedKey } from '../contract.ts'
import { openElection, takeStep } from '../taking.ts'

/**
 * Says that the meeting has to be held again, with the reason: it had no quorum, or its procedure was broken. What was
 * counted stays in the record and counts no longer.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-50
 */
export const holdAgain = command({
  act: 'elections.hold_again',
  by: ['post'],
  input: ReasonedKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input } = context
    const opened = await openElection(context, input, ['counting', 'counted'])
    const { cell, matter } = opened.election
    await tx.run(
      `update elections.election set held_on = null, expected = null, present = null, ballot = null, proxies = null
       where cell_id = $1 and matter_id = $2`,
      [cell, matter],
    )
    await tx.run('update elections.contest set reduced_to = null where cell_id = $1 and matter_id = $2', [cell, matter])
    return takeStep(context, opened, 'hold_again', { reason: input.reason })
  },
})
