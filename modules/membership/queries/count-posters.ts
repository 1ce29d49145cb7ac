import { query } from '@gongqiao/kernel/command/query.ts'
import { Count, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { PosterScope, posterRoot, posterUnits } from '../posters/poster-units.ts'

/**
 * How many unions below a union would get a poster, and how many of them have no open joining code yet.
 *
 * Refuses `kernel.absent`, `membership.posters_by_county`.
 */
export const countPosters = query({
  act: 'membership.list_codes',
  by: ['post'],
  input: Type.Object({ unit: Id, scope: PosterScope }, { additionalProperties: false }),
  output: Type.Object(
    { units: Count, withoutCode: Count },
    { $id: 'membership.PosterCount', additionalProperties: false },
  ),
  async run({ tx, input, now, allow }) {
    const { unit, range } = await posterRoot(tx, input.unit)
    allow({ cell: unit.cell_id, path: unit.path })
    const units = await posterUnits(tx, range, input.scope, now)
    return { units: units.length, withoutCode: units.filter(({ token }) => token === null).length }
  },
})
