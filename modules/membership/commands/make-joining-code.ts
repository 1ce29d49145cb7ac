import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, takesMembers } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { JoiningCode } from '../contract.ts'
import { asJoiningCode } from '../joining-codes.ts'
import { newCodes } from '../new-codes.ts'

/**
 * Makes a joining code 入会码 for a union: signed, expiring, revocable; it holds the unit and no personal data.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.unit_closing`.
 */
export const makeJoiningCode = command({
  act: 'membership.make_code',
  by: ['post'],
  input: Type.Object(
    {
      unit: Id,
      label: Type.String({ minLength: 1, maxLength: 60 }),
      validDays: Type.Integer({ minimum: 1, maximum: 365 }),
    },
    { additionalProperties: false },
  ),
  output: JoiningCode,
  async run({ tx, input, now, allow, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (!takesMembers(unit)) throw new Refusal('membership.unit_closing')
    const row = await onlyOne(newCodes(tx, services, [unit], input, now))
    return {
      cell: unit.cell_id,
      subject: row.id,
      after: { unit: unit.id, expiresAt: row.expires_at },
      answer: asJoiningCode(services, row, unit, now),
    }
  },
})

async function onlyOne<T>(made: Promise<readonly T[]>): Promise<T> {
  const [one] = await made
  if (!one) throw new Error('a code was asked for one union')
  return one
}
