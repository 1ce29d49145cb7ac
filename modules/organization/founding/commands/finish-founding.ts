import { command } from '@gongqiao/kernel/command/command.ts'
import { FoundingKey, FoundingView } from '../contract.ts'
import { founding } from '../machine.ts'
import { openToDecide } from '../open.ts'
import { foundingView } from '../view.ts'

/**
 * Ends a founding without registration: a single organizer and an agency are no legal person, and a union may leave it for
 * later.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ORG-31
 */
export const finishFounding = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: FoundingKey,
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before } = await openToDecide(context)
    await matters.take(founding, before, 'finish')
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state },
      answer,
    }
  },
})
