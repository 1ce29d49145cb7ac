import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { OfficerInvitation } from '../contract.ts'
import { refuseEnded } from '../invitations/renew.ts'
import { asInvitation, lockInvitation } from '../invitations/rows.ts'

/**
 * Takes an invitation back 撤回: its link works no more, and where it was sent is let go of.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.invitation_used`, `organization.invitation_revoked`.
 */
export const revokeInvitation = command({
  act: 'organization.revoke_invitation',
  by: ['post'],
  input: Type.Object({ cell: Cell, invitation: Id }, { additionalProperties: false }),
  output: OfficerInvitation,
  cellOf: ({ cell }) => cell,
  async run({ tx, input, now, allow }) {
    const row = await lockInvitation(tx, input.cell, input.invitation)
    allow({ cell: row.cell_id, path: row.path })
    refuseEnded(row)
    await tx.run(
      `update organization.officer_invitation set revoked_at = $3, phone_cipher = null, mail_cipher = null where cell_id = $1 and id = $2`,
      [row.cell_id, row.id, now],
    )
    return {
      cell: row.cell_id,
      subject: row.id,
      before: { revoked: false },
      after: { revoked: true },
      answer: asInvitation({ ...row, revoked_at: now }, now),
    }
  },
})
