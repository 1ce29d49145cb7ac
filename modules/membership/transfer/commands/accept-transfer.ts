import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { IncomingView, TransferKey } from '../contract.ts'
import { incoming } from '../machine.ts'
import { lockPair, sidesOf } from '../pair.ts'
import { settle } from '../settle.ts'
import { findIncoming, incomingView } from '../views.ts'

/**
 * Registers and accepts a member who comes from another union 登记接收. Where that one's side is through already, they belong
 * here with this act.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook MEM-31, MEM-38
 */
export const acceptTransfer = command({
  act: 'membership.accept_transfer',
  by: ['post'],
  input: TransferKey,
  output: IncomingView,
  cellOf: (input) => input.cell,
  beyond: { sides: 'the other side of the transfer, and the member on the way from one to the other' },
  async run(context) {
    const { tx, input, allow, matters, services, today, actor } = context
    const { cell, matter } = input
    const found = await findIncoming(tx, cell, matter)
    if (!found) throw absent()
    allow(found.matter.host)
    const sides = sidesOf(context, 'sides')
    const pair = await lockPair(sides, found.row.fromCell, found.row.transfer)
    await sides.open(cell)
    const into = await matters.take(incoming, pair.into, 'accept')
    const { facts } = await settle(sides, { ...pair, into }, { side: 'accepted' })
    await sides.open(cell)
    const after = await findIncoming(tx, cell, matter)
    if (!after) throw new Error('the transfer was there before')
    const answer = await incomingView(tx, after.row, after.matter, { services, today, language: actor.language })
    return { cell, subject: matter, before: { state: pair.into.state }, after: { state: answer.state }, facts, answer }
  },
})
