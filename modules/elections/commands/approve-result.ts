import { command } from '@gongqiao/kernel/command/command.ts'
import { Approval, ElectionView } from '../contract.ts'
import { openDossier } from '../dossier.ts'
import { newTermOf } from '../election-view.ts'
import { refuseWith } from '../refuse-with.ts'
import { seatElected } from '../seat-elected.ts'
import { openElection, refuseUnlessAbove, takeStep } from '../taking.ts'

/**
 * Approves a result, as the union one level up 批复: the new committee, fund-review committee and women's committee take
 * office with their term. A result that breaks the procedure cannot be approved by anybody.
 *
 * Refuses `elections.violations` with each violation and its rule, `elections.from_above`, `kernel.absent`,
 * `kernel.forbidden`, `matter.step_not_open`, and what the officers' own rules refuse.
 *
 * @see ELE-01, ELE-02, ELE-40
 */
export const approveResult = command({
  act: 'elections.approve_result',
  by: ['post'],
  input: Approval,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, services, actor, today } = context
    const opened = await openElection(context, input, ['reported'])
    const { election, unit } = opened
    await refuseUnlessAbove(context, unit)
    const dossier = await openDossier(tx, services, election, unit)
    refuseWith(
      'elections.violations',
      services,
      actor.language,
      dossier.findings.filter(({ weight }) => weight !== 'warning'),
    )
    const term = newTermOf(election)
    if (!term) throw new Error('a reported election was held')
    await tx.run(
      `update elections.election set decided_on = $3, document_number = $4, rules = $5 where cell_id = $1 and matter_id = $2`,
      [election.cell, election.matter, today, input.documentNumber, JSON.stringify(dossier.rules.rows)],
    )
    await seatElected(context, dossier, unit, term, input.documentNumber)
    const taken = await takeStep(context, opened, 'approve', { owner: unit.desk_post_id })
    return {
      ...taken,
      facts: [
        ...(taken.facts ?? []),
        {
          cell: election.cell,
          name: 'elections.approved',
          body: { matter: election.matter, unit: unit.id, kind: election.kind, from: term.from, to: term.to },
        },
      ],
    }
  },
})
