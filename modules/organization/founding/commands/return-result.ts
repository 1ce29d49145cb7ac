import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingView } from '../contract.ts'
import { founding, resultReasons } from '../machine.ts'
import { openToDecide } from '../open.ts'
import { foundingView } from '../view.ts'

/**
 * Returns a reported result that did not come about as the procedure asks: such a one must not be approved, and the
 * election is held anew.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-40
 */
export const returnResult = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      reason: Type.Enum([...resultReasons]),
      note: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before } = await openToDecide(context)
    const note = { reason: input.reason, ...(input.note !== undefined && { note: input.note }) }
    await matters.take(founding, before, 'return_result', note)
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, reason: input.reason },
      answer,
    }
  },
})
