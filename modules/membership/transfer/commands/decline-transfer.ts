import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { DeclineForm, IncomingView } from '../contract.ts'
import { endBoth } from '../ending.ts'
import { incoming } from '../machine.ts'
import { lockPair, sidesOf } from '../pair.ts'
import { tellMember } from '../tell-member.ts'
import { findIncoming, incomingView } from '../views.ts'

/**
 * Says that a member does not belong here 不予接收, with a listed reason that they see. They stay where they are.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook MEM-31; design section 2.7
 */
export const declineTransfer = command({
  act: 'membership.decline_transfer',
  by: ['post'],
  input: DeclineForm,
  output: IncomingView,
  cellOf: (input) => input.cell,
  beyond: { sides: 'the other side of the transfer ends with this one' },
  async run(context) {
    const { tx, input, allow, matters, services, today, actor } = context
    const { cell, matter, reason, note } = input
    const found = await findIncoming(tx, cell, matter)
    if (!found) throw absent()
    allow(found.matter.host)
    const sides = sidesOf(context, 'sides')
    const pair = await lockPair(sides, found.row.fromCell, found.row.transfer)
    await sides.open(cell)
    const into = await matters.take(incoming, pair.into, 'decline', { reason, ...(note !== undefined && { note }) })
    await endBoth(sides, { ...pair, into }, 'decline', { reason, ...(note !== undefined && { note }) })
    await tellMember(sides, pair, 'membership.message.transfer_declined')
    await sides.open(cell)
    const after = await findIncoming(tx, cell, matter)
    if (!after) throw new Error('the transfer was there before')
    const answer = await incomingView(tx, after.row, after.matter, { services, today, language: actor.language })
    return { cell, subject: matter, before: { state: pair.into.state }, after: { state: answer.state, reason }, answer }
  },
})
