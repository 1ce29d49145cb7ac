import { civilDay } from '@gongqiao/calendar'
import { command } from '@gongqiao/kernel/command/command.ts'
import { endReach } from '../../transfer/ending.ts'
import { changeStanding } from '../change.ts'
import { closeWhatIsOpen } from '../closing.ts'
import { Announcement, LifeMatter } from '../contract.ts'
import { dayFaults, refuseFaults } from '../days.ts'
import { resignation } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Writes down that the committee announced a resignation 公布退会: the membership ends on that day and its card is recalled.
 * Nobody can refuse one; the member may join again later.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, a day to come or before the member said so.
 *
 * @see Charter Art 6; rulebook MEM-39
 */
export const announceResignation = command({
  act: 'membership.announce_resignation',
  by: ['post'],
  input: Announcement,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: endReach,
  async run(context) {
    const { input, today } = context
    const { cell, matter, on } = input
    const life = await openForOfficer(context, resignation)
    refuseFaults(dayFaults('/on', on, today, civilDay(life.matter.openedAt)))
    const after = await stepLife(context, resignation, life, 'announce', { decidedOn: on })
    await closeWhatIsOpen(context, cell, life.member.membership, 'resigned', matter)
    const facts = await changeStanding(context, life.member, { to: 'resigned', reason: 'asked', on })
    const words = { unit: life.unit.name, on }
    await tellMember(context, life.member, 'membership.message.resigned', words, lifeLink(cell, matter))
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
