import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Done, done } from '@gongqiao/kernel/shapes.ts'
import { TransferKey } from '../contract.ts'
import { incoming, transfer } from '../machine.ts'
import { findIncomingRow, lockPair, sidesOf } from '../pair.ts'
import { released } from '../released.ts'
import { settle } from '../settle.ts'

/**
 * Takes the silence of a union as its consent 逾期视为同意: of the one the member leaves, once its days to object are over.
 * Another act that came in between is left as it is.
 *
 * @see rulebook MEM-31; design section 2.2
 */
export const lapseTransfer = command({
  act: 'membership.lapse_transfer',
  by: ['system'],
  input: TransferKey,
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { sides: 'clocks run everywhere: both sides of a transfer, and the member on the way' },
  async run(context) {
    const { input, allow, matters, today } = context
    const { cell, matter } = input
    allow({ cell, path: '' })
    const sides = sidesOf(context, 'sides')
    const pair = await lockPair(sides, cell, matter)
    const due = pair.out.dueOn !== null && pair.out.dueOn < today
    if (pair.out.state !== 'asked' || !due) return { cell, subject: matter, answer: done }
    const out = await matters.take(transfer, pair.out, 'silent', released(pair.into))
    const { facts } = await settle(sides, { ...pair, out }, { side: 'released', by: 'silence' })
    return { cell, subject: matter, before: { state: 'asked' }, after: { state: 'released' }, facts, answer: done }
  },
})

/** The same of the union the member comes to, once its days to register them are over. */
export const lapseIncoming = command({
  act: 'membership.lapse_incoming',
  by: ['system'],
  input: TransferKey,
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { sides: 'clocks run everywhere: both sides of a transfer, and the member on the way' },
  async run(context) {
    const { tx, input, allow, matters, today, reach } = context
    const { cell, matter } = input
    allow({ cell, path: '' })
    await reach('sides', { cell, path: '' })
    const row = await findIncomingRow({ tx }, cell, matter)
    if (!row) throw absent()
    const sides = sidesOf(context, 'sides')
    const pair = await lockPair(sides, row.fromCell, row.transfer)
    const due = pair.into.dueOn !== null && pair.into.dueOn < today
    if (pair.into.state !== 'asked' || !due) return { cell, subject: matter, answer: done }
    await sides.open(cell)
    const into = await matters.take(incoming, pair.into, 'silent')
    const { facts } = await settle(sides, { ...pair, into }, { side: 'accepted' })
    return { cell, subject: matter, before: { state: 'asked' }, after: { state: 'accepted' }, facts, answer: done }
  },
})
