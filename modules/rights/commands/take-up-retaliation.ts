import { command } from '@gongqiao/kernel/command/command.ts'
import { AskKey, RetaliationView } from '../contract.ts'
import { takeUpperStep } from '../retaliation-step.ts'

/**
 * Takes up a report of retaliation 受理.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see G-05
 */
export const takeUpRetaliation = command({
  act: 'rights.handle_retaliation',
  by: ['post'],
  input: AskKey,
  output: RetaliationView,
  cellOf: (input) => input.cell,
  run: (context) => takeUpperStep(context, 'take_up'),
})
