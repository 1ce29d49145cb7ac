import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { tellAskers } from '../asks.ts'
import { FoundingView } from '../contract.ts'
import { founding, foundingReasons } from '../machine.ts'
import { letGoOfEmployers } from '../one-union.ts'
import { openToDecide } from '../open.ts'
import { foundingView } from '../view.ts'

/**
 * Declines a request that a union be founded, with a reason and words to whoever asked: a no is explained.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see design section 2.7
 */
export const declineFounding = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      reason: Type.Enum([...foundingReasons]),
      note: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, now, today, matters, services } = context
    const { before, row, upper } = await openToDecide(context)
    const note = { reason: input.reason, ...(input.note !== undefined && { note: input.note }) }
    await matters.take(founding, before, 'decline', note)
    await letGoOfEmployers(tx, input)
    await tellAskers(tx, services, input, 'declined', { unit: row.name, upper: upper.name }, now)
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
