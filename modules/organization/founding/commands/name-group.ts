import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingPerson, FoundingView } from '../contract.ts'
import { founding } from '../machine.ts'
import { openToRun } from '../open.ts'
import { writePeople } from '../record.ts'
import { groupFaults } from '../rules.ts'
import { foundingView } from '../view.ts'

/**
 * Names the preparatory group 筹备组 of three to five people, which does the committee's work until one is elected.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`.
 *
 * @see rulebook 1.3, step 2
 */
export const nameGroup = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, people: Type.Array(FoundingPerson, { minItems: 1, maxItems: 20 }) },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  check: (given) => groupFaults(given['people']),
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before, row } = await openToRun(context)
    await matters.take(founding, before, 'name_group')
    await writePeople(tx, row, { group: input.people })
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, people: input.people.length },
      answer,
    }
  },
})
