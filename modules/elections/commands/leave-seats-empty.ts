import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { ElectionView, FewerSeats } from '../contract.ts'
import { openDossier } from '../dossier.ts'
import { mayLeaveEmpty } from '../election-view.ts'
import { changed, openElection } from '../taking.ts'

/**
 * Records that the meeting leaves a committee at those elected, where their number is still a size of the table.
 *
 * Refuses `elections.size_not_allowed`, `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-60
 */
export const leaveSeatsEmpty = command({
  act: 'elections.leave_seats_empty',
  by: ['post'],
  input: FewerSeats,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, services } = context
    const { election, unit, before } = await openElection(context, input, ['counting'])
    const { counted, rules } = await openDossier(tx, services, election, unit)
    const contest = counted.find(({ body }) => body === input.body)
    if (!contest) throw absent()
    if (contest.result.standing !== 'short' || !mayLeaveEmpty(contest, election.members, rules.values))
      throw new Refusal('elections.size_not_allowed')
    const elected = contest.result.elected.length
    await tx.run('update elections.contest set reduced_to = $4 where cell_id = $1 and matter_id = $2 and body = $3', [
      election.cell,
      election.matter,
      input.body,
      elected,
    ])
    return {
      ...(await changed(context, election)),
      before: { state: before.state, seats: contest.seats },
      after: { state: before.state, seats: elected },
    }
  },
})
