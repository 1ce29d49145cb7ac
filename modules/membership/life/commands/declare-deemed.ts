import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { endReach } from '../../transfer/ending.ts'
import { changeStanding } from '../change.ts'
import { closeWhatIsOpen } from '../closing.ts'
import { Declaration, LifeMatter } from '../contract.ts'
import { dayFaults, refuseFaults } from '../days.ts'
import { deemed } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'
import { carries, voteFaults } from '../rules.ts'

/**
 * Writes down that the committee declared a membership given up 视为自动退会: after the person's own time to mend it, with
 * the group's opinion and a vote that carries. The person is told, with the rule and where to appeal.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `membership.mend_time_runs`,
 * `membership.vote_not_carried`, and figures or days that cannot be.
 *
 * @see Charter Art 6; rulebook MEM-40
 */
export const declareDeemed = command({
  act: 'membership.declare_deemed',
  by: ['post'],
  input: Declaration,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: endReach,
  async run(context) {
    const { input, today } = context
    const { cell, matter, opinion, vote } = input
    const life = await openForOfficer(context, deemed)
    const educated = life.content.neglect?.educatedOn ?? null
    refuseFaults([
      ...voteFaults(vote),
      ...dayFaults('/vote/on', vote.on, today, educated),
      ...dayFaults('/opinion/on', opinion.on, vote.on, educated),
    ])
    const ownTime = life.matter.state === 'warned' && life.matter.dueOn !== null && life.matter.dueOn >= today
    if (ownTime) throw new Refusal('membership.mend_time_runs', { variables: { until: life.matter.dueOn ?? '' } })
    if (!carries(vote)) throw new Refusal('membership.vote_not_carried')
    const after = await stepLife(context, deemed, life, 'declare', { opinion, vote, decidedOn: vote.on })
    await closeWhatIsOpen(context, cell, life.member.membership, 'deemed', matter)
    const facts = await changeStanding(context, life.member, { to: 'resigned', reason: 'deemed', on: vote.on })
    const words = { unit: life.unit.name, upper: upperNameOf(life.unit)?.name ?? life.unit.name }
    await tellMember(context, life.member, 'membership.message.declared', words, lifeLink(cell, matter))
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state, membership: life.member.membership },
      facts,
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
