import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { foundingFaults, levelOfForm, placeFaults } from '../begin.ts'
import { FoundingView, foundingFields } from '../contract.ts'
import { takeEmployers } from '../one-union.ts'
import { openToRun } from '../open.ts'
import { writeEmployers } from '../record.ts'
import { foundingView } from '../view.ts'

/** Until the election these facts may still change; once the unit stands, its form and level do not. */
const stillOpen = ['requested', 'preparing', 'recruiting', 'election_planned']

/**
 * Changes what a founding is about: its form, name, and whom it will cover, as long as nobody is elected.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`,
 * `organization.founding.placed_already`.
 *
 * @see ORG-07
 */
export const changeFounding = command({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, ...foundingFields }, { additionalProperties: false }),
  output: FoundingView,
  cellOf: (input) => input.cell,
  check: (given) => foundingFaults(given),
  async run(context) {
    const { tx, input, actor, today, services } = context
    const { before, row, unit } = await openToRun(context)
    if (!stillOpen.includes(before.state)) throw new Refusal('matter.step_not_open')
    const level = input.level ?? levelOfForm(input.form)
    const shortName = (input.shortName ?? input.name).trim()
    if (unit && (input.form !== row.form || level !== row.level || input.name.trim() !== row.name))
      throw new Refusal('organization.founding.placed_already')
    await tx.run(
      `update organization.founding set form = $3, body = $4, name = $5, short_name = $6, level = $7, members_expected = $8
       where cell_id = $1 and matter_id = $2`,
      [input.cell, input.matter, input.form, input.body, input.name.trim(), shortName, level, input.membersExpected],
    )
    await tx.run('update kernel.matter set title = $3 where cell_id = $1 and id = $2', [
      input.cell,
      input.matter,
      input.name.trim(),
    ])
    const faults = await placeFaults(tx, row.cell, today, input)
    await takeEmployers(tx, { ...row, level, form: input.form }, input.employers, faults)
    await writeEmployers(tx, row, input.employers)
    const answer = await foundingView(tx, services, actor, input, today)
    return { cell: input.cell, subject: input.matter, after: { form: input.form, body: input.body }, answer }
  },
})
