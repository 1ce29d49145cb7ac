import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { MyMatter } from '../contract.ts'
import { takeOwnStep } from '../own-report.ts'

/**
 * Asks to go on with one's own report 没有解决, with a word on why if one likes. The clock starts anew.
 *
 * Refuses `kernel.absent`, `matter.step_not_open`.
 */
export const reopenReport = command({
  act: 'membership.reopen_report',
  by: ['person'],
  input: Type.Object(
    { cell: Cell, matter: Id, note: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })) },
    { additionalProperties: false },
  ),
  output: MyMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the report is the person’s own, wherever it is kept' },
  run: (context) => takeOwnStep(context, 'reopen', context.input.note),
})
