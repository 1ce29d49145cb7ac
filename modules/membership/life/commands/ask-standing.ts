import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { tellDesk } from '../../claiming/ending.ts'
import { LifeMatter, WishGiven } from '../contract.ts'
import { dayFaults, refuseFaults } from '../days.ts'
import { standing } from '../machine.ts'
import { beginLife, unitOf } from '../matters.ts'
import { openOwn, seenByPerson } from '../own.ts'
import { transitionOf } from '../transitions.ts'

/**
 * Asks the union to retain one's own membership, or to make it active again 申请保留、恢复会籍. Until the union does so
 * nothing changes.
 *
 * Refuses `kernel.absent`, `membership.change_not_open`, `membership.life_open`, a day to come or before the membership, and
 * a wish to be retained without its reason.
 *
 * @see rulebook MEM-35, MEM-36, MEM-38
 */
export const askStanding = command({
  act: 'membership.ask_standing',
  by: ['person'],
  input: WishGiven,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the membership is the person’s own' },
  check: ({ wish, reason }) =>
    wish === 'retain' && reason === undefined ? [{ field: '/reason', code: 'membership.reason_missing' }] : [],
  async run(context) {
    const { tx, input, today } = context
    const { cell, membership, ...wish } = input
    const member = await openOwn(context)
    refuseFaults(dayFaults('/since', wish.since, today, member.since))
    const to = wish.wish === 'retain' ? 'retained' : 'active'
    const reason = wish.wish === 'retain' ? (wish.reason ?? 'retired') : 'working_again'
    const from = member.status === 'retained' ? 'retained' : 'active'
    if (!transitionOf(from, to, reason)) throw new Refusal('membership.change_not_open')
    const matter = await beginLife(context, standing, member, { wish })
    const unit = await unitOf(tx, member.unit)
    const words = { name: member.name, wish: `membership.wish.${wish.wish}` }
    await tellDesk(context, unit, 'membership.message.standing_asked', words, `/console/desk`)
    return {
      cell,
      subject: matter,
      after: { state: standing.initial, wish: wish.wish },
      answer: await seenByPerson(context, cell, matter),
    }
  },
})
