import { command } from '@gongqiao/kernel/command/command.ts'
import { LifeMatter, NeglectGiven } from '../contract.ts'
import { refuseFaults } from '../days.ts'
import { deemed } from '../machine.ts'
import { beginLife, lifeLink, tellMember, unitOf } from '../matters.ts'
import { openMember, seenByOfficer } from '../officers.ts'
import { neglectFaults } from '../rules.ts'

/**
 * Opens 视为自动退会 against a member: six months without dues and without taking part, and a talk about it that is written
 * down. An officer enters all of it; the software knows of nobody by itself. The member is told what was entered, the rule,
 * and how to mend it or to say why.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.change_not_open`, `membership.life_open`, and months that are too
 * few or in which the person took part (T-MEM-3). A retained member owes no dues, and is not deemed to have left.
 *
 * @see Charter Art 6; rulebook MEM-40, MEM-42
 */
export const warnMember = command({
  act: 'membership.open_deemed',
  by: ['post'],
  input: NeglectGiven,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  check: (given, today) => {
    const { unpaidFrom, tookPartOn, educatedOn } = given
    if (typeof unpaidFrom !== 'string' || typeof educatedOn !== 'string') return []
    return neglectFaults(
      { unpaidFrom, tookPartOn: typeof tookPartOn === 'string' ? tookPartOn : null, educatedOn },
      today,
    )
  },
  async run(context) {
    const { tx, input } = context
    const { cell, membership, ...neglect } = input
    const member = await openMember(context)
    refuseFaults(
      member.status === 'retained' ? [{ field: '/unpaidFrom', code: 'membership.retained_owes_nothing' }] : [],
    )
    const matter = await beginLife(context, deemed, member, { neglect })
    const { name: unit } = await unitOf(tx, member.unit)
    await tellMember(context, member, 'membership.message.warned', { unit }, lifeLink(cell, matter))
    return {
      cell,
      subject: matter,
      after: { state: deemed.initial, membership },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
