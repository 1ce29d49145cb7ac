import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionView, ReasonedKey } from '../contract.ts'
import { openElection, takeStep } from '../taking.ts'

/**
 * Takes published candidates back for a change; they are published anew, and the days begin anew.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const reopenCandidates = command({
  act: 'elections.reopen',
  by: ['post'],
  input: ReasonedKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input } = context
    const opened = await openElection(context, input, ['published'])
    const { cell, matter } = opened.election
    // Candidates of rounds that were voted on stay: a meeting that is held again has the same list.
    await tx.run(
      'update elections.election set published_on = null, public_until = null where cell_id = $1 and matter_id = $2',
      [cell, matter],
    )
    return takeStep(context, opened, 'reopen', { reason: input.reason })
  },
})
