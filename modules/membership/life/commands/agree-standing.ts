import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { changeStanding } from '../change.ts'
import { Agreement, LifeMatter } from '../contract.ts'
import { dayFaults, refuseFaults } from '../days.ts'
import { standing } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'
import { duesFrom } from '../transitions.ts'

/**
 * Does what a member asked for 同意: retains their membership from a day on, or makes it active again.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `membership.change_not_open`, a day to come or before
 * the membership.
 *
 * @see rulebook MEM-35 to MEM-38
 */
export const agreeStanding = command({
  act: 'membership.agree_standing',
  by: ['post'],
  input: Agreement,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input, today } = context
    const { cell, matter, on } = input
    const life = await openForOfficer(context, standing)
    const { member, unit, content } = life
    const { wish } = content
    if (!wish) throw new Error('whoever asks says for what')
    refuseFaults(dayFaults('/on', on, today, member.since))
    const after = await stepLife(context, standing, life, 'agree', { decidedOn: on })
    const { reason } = wish
    const retains = wish.wish === 'retain'
    if (retains && reason === undefined) throw new Refusal('membership.change_not_open')
    const facts = await changeStanding(
      context,
      member,
      retains ? { to: 'retained', reason: reason ?? 'retired', on } : { to: 'active', reason: 'working_again', on },
    )
    const words = retains
      ? { unit: unit.name, on, reason: `membership.retention.${reason}` }
      : { unit: unit.name, on, dues: duesFrom(on) }
    const kind = retains ? 'membership.message.retained' : 'membership.message.resumed'
    await tellMember(context, member, kind, words, lifeLink(cell, matter))
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state, status: member.status },
      after: { state: after.state, status: retains ? 'retained' : 'active' },
      facts,
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
