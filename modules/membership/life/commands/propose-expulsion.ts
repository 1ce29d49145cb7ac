import { command } from '@gongqiao/kernel/command/command.ts'
import { JudgmentGiven, LifeMatter } from '../contract.ts'
import { refuseFaults } from '../days.ts'
import { expulsion } from '../machine.ts'
import { beginLife, lifeLink, tellMember, unitOf } from '../matters.ts'
import { openMember, seenByOfficer } from '../officers.ts'

/**
 * Opens an expulsion 开除会籍, which only a judgment for a serious crime carries: court, number, day and punishment. The
 * person is told at once what is proposed, and by which rule.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.change_not_open`, `membership.life_open`, a judgment to come.
 *
 * @see Charter Art 7; rulebook MEM-41
 */
export const proposeExpulsion = command({
  act: 'membership.open_expulsion',
  by: ['post'],
  input: JudgmentGiven,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today } = context
    const { cell, membership, judgment } = input
    const member = await openMember(context)
    refuseFaults(judgment.on > today ? [{ field: '/judgment/on', code: 'membership.day_in_future' }] : [])
    const matter = await beginLife(context, expulsion, member, { judgment })
    const { name: unit } = await unitOf(tx, member.unit)
    await tellMember(context, member, 'membership.message.expulsion_proposed', { unit }, lifeLink(cell, matter))
    return {
      cell,
      subject: matter,
      after: { state: expulsion.initial, membership },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
