import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { tellAskers } from '../asks.ts'
import { FoundingView } from '../contract.ts'
import { coversMany, type FoundingForm, founding } from '../machine.ts'
import { letGoOfEmployers, refuseSecondUnion } from '../one-union.ts'
import { openToDecide } from '../open.ts'
import { employeesCounted, foundingPlace } from '../place-rules.ts'
import { employersOf } from '../record.ts'
import { bodyFault } from '../rules.ts'
import { coverEmployer } from '../unit.ts'
import { foundingView } from '../view.ts'

/**
 * Lets an existing joint union 联合工会 cover the employer instead of founding one of its own: the second of the three ways
 * of fewer than 25.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `organization.founding.covers_one`,
 * `organization.founding.own_needed` for one of so many that it has a committee of its own,
 * `organization.founding.second_union`, `organization.unit_not_active`.
 *
 * @see ORG-07, ORG-11, ORG-21; 工会法 §11
 */
export const joinExisting = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, unit: Id }, { additionalProperties: false }),
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, now, today, matters, services, allow } = context
    const { before, row, upper } = await openToDecide(context)
    const joint = await findOpenUnit(tx, input.unit)
    if (joint?.cell_id !== input.cell) throw absent()
    allow({ cell: joint.cell_id, path: joint.path })
    const { form } = await tx.one<{ form: FoundingForm | null }>(
      'select org_form as form from organization.unit where id = $1',
      [joint.id],
    )
    if (!coversMany.some((one) => one === form)) throw new Refusal('organization.founding.covers_one')
    if (joint.state !== 'active' && joint.state !== 'founding') throw new Refusal('organization.unit_not_active')
    const { mustEstablish } = await foundingPlace(tx, row.cell, today)
    const { all } = employeesCounted(row.form, await employersOf(tx, row.cell, row.matter))
    const needed = bodyFault('organizer', row.form, row.membersExpected, mustEstablish, all)
    if (needed) throw new Refusal('organization.founding.own_needed', { variables: needed.variables ?? {} })
    await matters.take(founding, before, 'join_existing')
    await tx.run('update organization.founding set joined_unit_id = $3 where cell_id = $1 and matter_id = $2', [
      input.cell,
      input.matter,
      joint.id,
    ])
    const view = await foundingView(tx, services, actor, input, today)
    await refuseSecondUnion(tx, { id: joint.id, level: joint.level, form }, view.employers)
    await coverEmployer(
      tx,
      { id: joint.id, cell: joint.cell_id, path: joint.path },
      view.employers.map((employer) => ({
        name: employer.name,
        creditCode: employer.creditCode ?? null,
        industry: employer.industry ?? null,
        divisionCode: employer.divisionCode ?? null,
      })),
      { today, now },
    )
    await letGoOfEmployers(tx, input)
    await tellAskers(tx, services, input, 'joined', { unit: joint.name, upper: upper.name }, now)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: view.state, joined: joint.id, employers: view.employers.length, of: row.name },
      facts: [
        {
          cell: input.cell,
          name: 'organization.employers_covered',
          body: { unit: joint.id, employers: view.employers.length },
        },
      ],
      answer: view,
    }
  },
})
