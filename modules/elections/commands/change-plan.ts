import { command } from '@gongqiao/kernel/command/command.ts'
import { electorateOf } from '@gongqiao/modules/membership/index.ts'
import { ChangedPlan, ElectionView } from '../contract.ts'
import { planFaults, writeContests } from '../plan.ts'
import { changed, openElection } from '../taking.ts'

/**
 * Changes a plan that has not been asked for yet, or while candidates are brought forward; the electorate is counted anew.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const changePlan = command({
  act: 'elections.change_plan',
  by: ['post'],
  input: ChangedPlan,
  output: ElectionView,
  cellOf: (input) => input.cell,
  check: planFaults,
  async run(context) {
    const { tx, input } = context
    const { election, before } = await openElection(context, input, ['planned', 'preparing'])
    const { cell, matter, path } = election
    const { members, women } = await electorateOf(tx, before.host)
    await tx.run(
      `update elections.election set form = $3, term_years = $4, chair_by = $5, keeps_accounts = $6, women_employees = $7,
         meeting_on = $8, meeting_place = $9, members = $10, women = $11 where cell_id = $1 and matter_id = $2`,
      [
        ...[
          cell,
          matter,
          input.form,
          input.termYears,
          input.chairBy,
          input.keepsAccounts,
          input.womenEmployees ?? null,
        ],
        ...[input.meetingOn, input.meetingPlace, members, women],
      ],
    )
    await writeContests(tx, { cell, matter, path }, input.contests)
    return { ...(await changed(context, election)), before: { state: before.state }, after: { state: before.state } }
  },
})
