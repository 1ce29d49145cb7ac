import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingView } from '../contract.ts'
import { founding } from '../machine.ts'
import { openToRun } from '../open.ts'
import { pastDayFaults } from '../rules.ts'
import { foundingView } from '../view.ts'

/**
 * Reports the result of the election to the union above 选举结果报告; its fifteen days begin.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`.
 *
 * @see ELE-40
 */
export const reportResult = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      number: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '文号' })),
      on: Day,
    },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  check: (given, today) => pastDayFaults(typeof given['on'] === 'string' ? given['on'] : undefined, '/on', today),
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before } = await openToRun(context)
    await matters.take(founding, before, 'report_result')
    await tx.run(
      'update organization.founding set report_number = $3, reported_on = $4 where cell_id = $1 and matter_id = $2',
      [input.cell, input.matter, input.number ?? null, input.on],
    )
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
