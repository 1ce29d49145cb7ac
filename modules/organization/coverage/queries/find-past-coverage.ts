import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { asOfFields, readAsOf } from '../../as-of.ts'
import { findOpenUnit, rangeOfUnit } from '../../open-unit.ts'
import { coverageOf } from '../figures.ts'
import { countEmployersOnDay, placesOnDay } from '../past-rows.ts'
import { PastCoverage } from '../shapes.ts'

/**
 * How many employers at a union's place had a union at the end of a past day 截至某日的建会覆盖面 and how many had none: as was
 * known that day, or as corrected since. Small numbers are not told. A day ahead is today.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.coverage_of_a_county` above the county.
 *
 * @see ORG-10, ORG-11, G-03
 */
export const findPastCoverage = query({
  act: 'organization.view_coverage',
  by: ['post'],
  input: Type.Object({ unit: Id, ...asOfFields }, { additionalProperties: false }),
  output: PastCoverage,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { cellLo, cellHi } = rangeOfUnit(unit)
    if (cellLo !== cellHi) throw new Refusal('organization.coverage_of_a_county')
    const asOf = readAsOf(input, today)
    const below = await placesOnDay(tx, unit, asOf)
    const counted = await countEmployersOnDay(tx, unit, asOf)
    const labels = new Set(below.map(({ label }) => label))
    const figures = coverageOf(
      counted.map((row) => (labels.has(row.place) ? row : { ...row, place: '' })),
      [{ unit: unit.id, name: unit.name, label: '' }, ...below],
    )
    return { ...figures, on: asOf.on, known: asOf.known }
  },
})
