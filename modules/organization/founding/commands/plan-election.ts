import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Count, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { FoundingBody, FoundingView } from '../contract.ts'
import { founding } from '../machine.ts'
import { openToRun } from '../open.ts'
import { employeesCounted, foundingPlace } from '../place-rules.ts'
import { employersOf } from '../record.ts'
import { bodyFault } from '../rules.ts'
import { foundingView } from '../view.ts'

/**
 * Plans the election of a union that is being founded: who will lead it, and when. From 25 members on it is a
 * committee, in some places from fewer or from a number of employees.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input` (ORG-20), `matter.step_not_open`.
 *
 * @see ORG-20, ORG-21, ELE-34; T-ORG-1, T-ORG-2
 */
export const planElection = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, body: FoundingBody, members: Count, womenMembers: Count, on: Day },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  check: ({ members, womenMembers, on }, today) => [
    ...(typeof members === 'number' && typeof womenMembers === 'number' && womenMembers > members
      ? [{ field: '/womenMembers', code: 'organization.founding.more_women_than_members' }]
      : []),
    ...(typeof on === 'string' && on < today ? [{ field: '/on', code: 'organization.founding.day_past' }] : []),
  ],
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before, row, upper } = await openToRun(context)
    const { mustEstablish } = await foundingPlace(tx, upper.cell_id, today)
    const { all } = employeesCounted(row.form, await employersOf(tx, row.cell, row.matter))
    const fault = bodyFault(input.body, row.form, input.members, mustEstablish, all)
    if (fault) throw new Refusal('kernel.invalid_input', { faults: [fault] })
    await matters.take(founding, before, 'plan_election')
    await tx.run(
      `update organization.founding set body = $3, members = $4, women_members = $5, planned_on = $6
       where cell_id = $1 and matter_id = $2`,
      [input.cell, input.matter, input.body, input.members, input.womenMembers, input.on],
    )
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, body: input.body, members: input.members },
      answer,
    }
  },
})
