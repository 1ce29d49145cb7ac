import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { beginFounding, foundingFaults } from '../begin.ts'
import { FoundingView, foundingFields } from '../contract.ts'
import { foundingView } from '../view.ts'

/**
 * Begins a founding 建会 at the desk of the union above, on a written request or a visit.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `organization.unit_not_active`.
 *
 * @see ORG-20, ORG-21, ORG-22, ORG-23; rulebook 1.3
 */
export const beginFoundingAtDesk = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: Type.Object({ unit: Id, ...foundingFields }, { additionalProperties: false }),
  output: FoundingView,
  check: (given) => foundingFaults(given),
  async run(context) {
    const { tx, input, actor, today, allow, services } = context
    const upper = await findOpenUnit(tx, input.unit)
    if (!upper) throw absent()
    allow({ cell: upper.cell_id, path: upper.path })
    if (upper.state !== 'active') throw new Refusal('organization.unit_not_active')
    if (upper.level === 'grassroots') throw new Refusal('organization.founding.not_above')
    const at = await beginFounding(context, upper, input, 'officer')
    const answer = await foundingView(tx, services, actor, at, today)
    return { cell: at.cell, subject: at.matter, after: { state: answer.state, upper: upper.id }, answer }
  },
})
