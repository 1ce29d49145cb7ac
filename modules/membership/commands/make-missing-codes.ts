import { command } from '@gongqiao/kernel/command/command.ts'
import { Count, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { newCodes } from '../new-codes.ts'
import { PosterScope, posterRoot, posterUnits } from '../posters/poster-units.ts'

/**
 * Makes a joining code for each union of a subtree that has no open one, all or none: one statement for the codes and one
 * for their short ones.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.posters_by_county`.
 */
export const makeMissingCodes = command({
  act: 'membership.make_code',
  by: ['post'],
  input: Type.Object(
    {
      unit: Id,
      scope: PosterScope,
      label: Type.String({ minLength: 1, maxLength: 60 }),
      validDays: Type.Integer({ minimum: 1, maximum: 365 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ made: Count }, { $id: 'membership.MissingCodesMade', additionalProperties: false }),
  async run({ tx, input, now, allow, services }) {
    const { unit, range } = await posterRoot(tx, input.unit)
    allow({ cell: unit.cell_id, path: unit.path })
    const without = (await posterUnits(tx, range, input.scope, now)).filter(({ token }) => token === null)
    const made = without.length === 0 ? [] : await newCodes(tx, services, without, input, now)
    return {
      cell: unit.cell_id,
      subject: unit.id,
      after: { codes: made.length, scope: input.scope, validDays: input.validDays },
      answer: { made: made.length },
    }
  },
})
