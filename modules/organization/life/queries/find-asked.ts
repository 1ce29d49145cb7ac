import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { findChange } from '../content.ts'
import { peopleOfChange } from '../people-of-change.ts'
import { ChangeAsked } from '../shapes.ts'

/** What was asked for in a change, whole: from it a union mends what was returned to it. */
export const findAskedChange = query({
  act: 'organization.view_changes',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false }),
  output: ChangeAsked,
  cellOf: (input) => input.cell,
  async run({ tx, input, allow }) {
    const { cell, matter } = input
    const change = await findChange(tx, cell, matter)
    const unit = change && (await findOpenUnit(tx, change.unit))
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const into = change.into === null ? undefined : await findOpenUnit(tx, change.into)
    const parts: NonNullable<ChangeAsked['parts']> = []
    for (const { number, name, shortName, children, employers } of change.parts)
      parts.push({
        name,
        ...(shortName !== null && { shortName }),
        children: [...children],
        employers: [...employers],
        people: await peopleOfChange(tx, cell, matter, number),
      })
    const { kind, name, shortName, divisionCode, members, reason, property } = change
    return {
      kind,
      ...(into && { into: { id: into.id, name: into.name, cell: into.cell_id } }),
      ...(name !== null && { name }),
      ...(shortName !== null && { shortName }),
      ...(divisionCode !== null && { divisionCode }),
      ...(parts.length > 0 && { parts }),
      members,
      reason,
      ...(change.resolvedOn !== null && { resolution: { on: change.resolvedOn, by: change.resolvedBy ?? '' } }),
      ...(change.intoResolvedOn !== null && { intoResolution: change.intoResolvedOn }),
      ...(change.auditedOn !== null && { audit: { on: change.auditedOn, by: change.auditedBy ?? '' } }),
      ...(property !== null && { property }),
    }
  },
})
