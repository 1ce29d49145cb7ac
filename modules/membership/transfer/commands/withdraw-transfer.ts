import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { TransferKey, TransferView } from '../contract.ts'
import { endBoth } from '../ending.ts'
import { transfer } from '../machine.ts'
import { ownTransfer } from '../own.ts'
import { lockPair, sidesOf } from '../pair.ts'

/**
 * Takes back that one wants to move 撤回转会: at any time before it is done. Nothing has changed until then.
 *
 * Refuses `kernel.absent`, `matter.step_not_open`.
 *
 * @see design section 2.2
 */
export const withdrawTransfer = command({
  act: 'membership.withdraw_transfer',
  by: ['person'],
  input: TransferKey,
  output: TransferView,
  cellOf: (input) => input.cell,
  beyond: {
    sides: 'the transfer is the person’s own, at the union they would leave and at the one they would come to',
  },
  async run(context) {
    const { input, actor, allow, matters } = context
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const { cell, matter } = input
    const sides = sidesOf(context, 'sides')
    const pair = await lockPair(sides, cell, matter)
    if (pair.row.person !== actor.person) throw absent()
    const out = await matters.take(transfer, pair.out, 'withdraw')
    await endBoth(sides, { ...pair, out }, 'end', { reason: 'withdrawn' })
    const answer = await ownTransfer(context, cell, matter)
    return { cell, subject: matter, before: { state: pair.out.state }, after: { state: answer.state }, answer }
  },
})
