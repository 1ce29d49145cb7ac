import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { endReach } from '../../transfer/ending.ts'
import { changeStanding } from '../change.ts'
import { closeWhatIsOpen } from '../closing.ts'
import { LifeMatter, VoteGiven } from '../contract.ts'
import { dayFaults, refuseFaults } from '../days.ts'
import { expulsion } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'
import { carries, voteFaults } from '../rules.ts'

/**
 * Writes down the committee's vote on an expulsion 委员会表决. Carried by more than half of all its members, the membership
 * ends on that day and the union above has to file it; otherwise the membership stays as it was. The person is told either
 * way, with the rule and where to appeal.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.no_group_opinion` (T-MEM-4), `matter.step_not_open`, and figures
 * or days that cannot be.
 *
 * @see Charter Art 7; rulebook MEM-41
 */
export const decideExpulsion = command({
  act: 'membership.decide_expulsion',
  by: ['post'],
  input: VoteGiven,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: endReach,
  async run(context) {
    const { tx, input, today } = context
    const { cell, matter, vote } = input
    const life = await openForOfficer(context, expulsion)
    const { member, unit, content } = life
    if (life.matter.state === 'proposed') throw new Refusal('membership.no_group_opinion')
    refuseFaults([...voteFaults(vote), ...dayFaults('/vote/on', vote.on, today, content.opinion?.on ?? null)])
    const link = lifeLink(cell, matter)
    const upper = upperNameOf(unit)
    const above = upper === null ? undefined : await findOpenUnit(tx, upper.id)
    const isCarried = carries(vote)
    const desk = isCarried && above ? { owner: above.desk_post_id } : {}
    const after = await stepLife(
      context,
      expulsion,
      life,
      isCarried ? 'expel' : 'keep',
      { vote, decidedOn: vote.on },
      desk,
    )
    if (!isCarried) {
      await tellMember(context, member, 'membership.message.kept', { unit: unit.name }, link)
    } else {
      // The union above may answer from another cell: its queue looks where its posts are said to have something.
      await tx.run(
        `insert into kernel.post_cell (post_id, cell_id) select p.id, $2 from kernel.post p where p.id = $1 and p.cell_id <> $2
         on conflict do nothing`,
        [after.owner, cell],
      )
      await closeWhatIsOpen(context, cell, member.membership, 'expelled', matter)
    }
    const facts = isCarried
      ? await changeStanding(context, member, { to: 'expelled', reason: 'crime', on: vote.on })
      : []
    if (isCarried) {
      const words = { unit: unit.name, upper: upper?.name ?? unit.name }
      await tellMember(context, member, 'membership.message.expelled', words, link)
    }
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state, membership: member.membership },
      facts,
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
