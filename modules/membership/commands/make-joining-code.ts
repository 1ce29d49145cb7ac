import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { JoiningCode } from '../contract.ts'
import { joiningLink } from '../joining-code.ts'
import { writePayload } from '../rules.ts'

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
    if (unit.state !== 'active') throw new Refusal('membership.unit_closing')
    const id = newId(now.getTime())
    const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + input.validDays * 86_400_000)
    const token = services.tokens.sign(writePayload({ cell: unit.cell_id, code: id, unit: unit.id, expiresAt }))
    await tx.run(
      `insert into membership.joining_code (cell_id, id, path, unit_id, label, token, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [unit.cell_id, id, unit.path, unit.id, input.label, token, now, expiresAt],
    )
    return {
      cell: unit.cell_id,
      subject: id,
      after: { unit: unit.id, expiresAt },
      answer: {
        cell: unit.cell_id,
        id,
        unit: unitNameOf(unit),
        label: input.label,
        link: joiningLink(services, token),
        createdAt: now.toISOString(),
        expiresAt: expiresAt.toISOString(),
        revokedAt: null,
        state: 'open' as const,
        used: 0,
      },
    }
  },
})
