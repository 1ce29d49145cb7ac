import { command } from '@gongqiao/kernel/command/command.ts'
import { tellDesk } from '../../claiming/ending.ts'
import { LifeMatter, MembershipKey } from '../contract.ts'
import { resignation } from '../machine.ts'
import { beginLife, unitOf } from '../matters.ts'
import { openOwn, seenByPerson } from '../own.ts'

/**
 * Says that one leaves the union 退会: free, without a reason. Nothing changes before the committee announces it, and until
 * then it can be taken back.
 *
 * Refuses `kernel.absent`, `membership.life_open`.
 *
 * @see Charter Art 6; rulebook MEM-39
 */
export const resign = command({
  act: 'membership.resign',
  by: ['person'],
  input: MembershipKey,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the membership is the person’s own' },
  async run(context) {
    const { tx, input } = context
    const { cell } = input
    const member = await openOwn(context)
    const matter = await beginLife(context, resignation, member, {})
    const unit = await unitOf(tx, member.unit)
    await tellDesk(context, unit, 'membership.message.resignation_told', { name: member.name }, '/console/desk')
    return {
      cell,
      subject: matter,
      after: { state: resignation.initial },
      answer: await seenByPerson(context, cell, matter),
    }
  },
})
