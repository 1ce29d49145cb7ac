import { query } from '@gongqiao/kernel/command/query.ts'
import { TransferKey, TransferView } from '../contract.ts'
import { ownTransfer } from '../own.ts'

/** My transfer: where it stands at both unions, the day it is done at the latest, and what I may do. Refuses `kernel.absent`. */
export const findMyTransfer = query({
  act: 'membership.find_my_transfer',
  by: ['person'],
  input: TransferKey,
  output: TransferView,
  async run(context) {
    const { input, actor, allow, mine } = context
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const { cell, matter } = input
    await mine(cell)
    // It went along with the person's union to another cell.
    const trace = await context.tx.maybe<{ movedTo: number }>(
      'select moved_to_cell as "movedTo" from kernel.matter where cell_id = $1 and id = $2 and subject_id = $3 and moved_to_cell is not null',
      [cell, matter, actor.person],
    )
    if (trace) await mine(trace.movedTo)
    return ownTransfer(context, trace?.movedTo ?? cell, matter)
  },
})
