import { command } from '@gongqiao/kernel/command/command.ts'
import { MyAsk, OwnAskKey } from '../contract.ts'
import { ownReach } from '../own-ask.ts'
import { takeOwnStep } from '../own-step.ts'

/**
 * Withdraws one's own ask 撤回.
 *
 * Refuses `kernel.absent`, `rights.query_code_unknown`, `matter.step_not_open`.
 */
export const withdrawAsk = command({
  act: 'rights.withdraw_ask',
  by: ['person', 'anyone'],
  input: OwnAskKey,
  output: MyAsk,
  cellOf: (input) => input.cell,
  beyond: ownReach,
  run: (context) => takeOwnStep(context, { name: 'withdraw' }, () => ({ name: 'withdraw' })),
})
