import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { ElectionView, WrittenIn } from '../contract.ts'
import { changed, openElection } from '../taking.ts'

/**
 * Declares of somebody whom ballots named 另选他人 what is declared of every candidate, and how they will serve. A bar is not
 * refused here: whoever may not sit is not elected, and the count says so with its rule.
 *
 * Refuses every wrong field at once, `kernel.absent` unless they were written in, `kernel.forbidden`,
 * `matter.step_not_open`.
 *
 * @see ELE-31 to ELE-33, ELE-55, ORG-44
 */
export const declareWrittenIn = command({
  act: 'elections.declare_written_in',
  by: ['post'],
  input: WrittenIn,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, matters, actor } = context
    const { election, before } = await openElection(context, input, ['counting'])
    const { candidate, declared, engagement } = input
    const known = await tx.run(
      `update elections.candidate set declared = $4, engagement = $5, declared_by = $6
       where cell_id = $1 and matter_id = $2 and id = $3 and bodies = '{}'`,
      [election.cell, election.matter, candidate, declared, engagement, matters.byWords ?? actor.kind],
    )
    if (known === 0) throw absent()
    return {
      ...(await changed(context, election)),
      before: { state: before.state },
      after: { state: before.state, candidate, declared: declared.length, engagement },
    }
  },
})
