import { command } from '@gongqiao/kernel/command/command.ts'
import { RetaliationView, Saying } from '../contract.ts'
import { takeUpperStep } from '../retaliation-step.ts'

/**
 * Answers a report of retaliation: what was done about it. Whether that ends it is the reporter's to say.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see G-05
 */
export const answerRetaliation = command({
  act: 'rights.handle_retaliation',
  by: ['post'],
  input: Saying,
  output: RetaliationView,
  cellOf: (input) => input.cell,
  run: (context) => takeUpperStep(context, 'answer', context.input.words),
})
