import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { tellAskers } from '../asks.ts'
import { FoundingView } from '../contract.ts'
import { founding, foundingReasons } from '../machine.ts'
import { letGoOfEmployers } from '../one-union.ts'
import { openToDecide } from '../open.ts'
import { changeUnit } from '../unit.ts'
import { foundingView } from '../view.ts'

/**
 * Stops a founding before anybody is elected. Nobody can join the union from then on; whoever did belongs to the union
 * above, and the place closes once they are there.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ORG-26
 */
export const stopFounding = command({
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
    const { before, row, upper, unit } = await openToDecide(context)
    const note = { reason: input.reason, ...(input.note !== undefined && { note: input.note }) }
    await matters.take(founding, before, 'stop', note)
    await letGoOfEmployers(tx, input)
    if (unit) await changeUnit(tx, unit.id, { state: 'closing' }, { day: today, now })
    await tellAskers(tx, services, input, 'stopped', { unit: row.name, upper: upper.name }, now)
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, reason: input.reason },
      facts: unit
        ? [{ cell: input.cell, name: 'organization.founding_stopped', body: { unit: unit.id, into: upper.id } }]
        : [],
      answer,
    }
  },
})
