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
    await mine(input.cell)
    return ownTransfer(context, input.cell, input.matter)
  },
})
