import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { JoiningCode } from '../contract.ts'
import { asJoiningCode, findCode } from '../joining-codes.ts'

/** Takes a joining code out of use at once. Applications that came through it go on. Refuses `kernel.absent`. */
export const revokeJoiningCode = command({
  act: 'membership.revoke_code',
  by: ['post'],
  input: Type.Object({ cell: Cell, id: Id }, { additionalProperties: false }),
  output: JoiningCode,
  cellOf: (input) => input.cell,
  async run({ tx, input, now, allow, services }) {
    const code = await findCode(tx, input.cell, input.id)
    const unit = code && (await findOpenUnit(tx, code.unit_id))
    if (!code || !unit) throw absent()
    allow({ cell: input.cell, path: code.path })
    const revoked_at = code.revoked_at ?? now
    await tx.run('update membership.joining_code set revoked_at = $3 where cell_id = $1 and id = $2', [
      input.cell,
      input.id,
      revoked_at,
    ])
    return {
      cell: input.cell,
      subject: input.id,
      before: { revokedAt: code.revoked_at },
      after: { revokedAt: revoked_at },
      answer: asJoiningCode(services, { ...code, revoked_at }, unit, now),
    }
  },
})
