import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit, rangeOfUnit } from '../../open-unit.ts'
import { coverageOf, type Place } from '../figures.ts'
import { countEmployers } from '../rows.ts'
import { Coverage } from '../shapes.ts'

/**
 * How many employers at a union's place have a union and how many have none, by section of industry and by the places
 * directly below; small numbers are not told.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.coverage_of_a_county` above the county.
 *
 * @see ORG-10, ORG-11, G-03
 */
export const findCoverage = query({
  act: 'organization.view_coverage',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: Coverage,
  async run({ tx, input, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { cellLo, cellHi } = rangeOfUnit(unit)
    if (cellLo !== cellHi) throw new Refusal('organization.coverage_of_a_county')
    const below = await tx.many<Place>(
      `select id as unit, name, right(path, 3) as label from organization.unit
       where parent_id = $1 and cell_id = $2 and state <> 'closed' and level <> 'grassroots' order by path limit 500`,
      [unit.id, unit.cell_id],
    )
    const counted = await countEmployers(tx, unit)
    // What stands at no place below with a line of its own is the union's own.
    const labels = new Set(below.map(({ label }) => label))
    return coverageOf(
      counted.map((row) => (labels.has(row.place) ? row : { ...row, place: '' })),
      [{ unit: unit.id, name: unit.name, label: '' }, ...below],
    )
  },
})
