import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { OfficerInvitation } from '../contract.ts'
import { phoneOfInvitation, refuseEnded, renewLink } from '../invitations/renew.ts'
import { asInvitation, lockInvitation } from '../invitations/rows.ts'
import { sendLink } from '../invitations/send-link.ts'

/**
 * Sends an invitation again 重发: a new link, for 14 days from now; the one before works no more.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.invitation_used`, `organization.invitation_revoked`.
 */
export const renewInvitation = command({
  act: 'organization.renew_invitation',
  by: ['post'],
  input: Type.Object({ cell: Cell, invitation: Id }, { additionalProperties: false }),
  output: OfficerInvitation,
  cellOf: ({ cell }) => cell,
  async run({ tx, input, actor, now, allow, services }) {
    const before = await lockInvitation(tx, input.cell, input.invitation)
    allow({ cell: before.cell_id, path: before.path })
    if (actor.kind !== 'post') throw absent()
    refuseEnded(before)
    const phone = await phoneOfInvitation(tx, services, before)
    const { row, link } = await renewLink(tx, services, before, now)
    const about = { unit: row.unit_name, title: row.title, link, language: actor.language }
    if (phone !== null) await sendLink(tx, services, phone, about, now)
    return {
      cell: row.cell_id,
      subject: row.id,
      before: { expiresAt: before.expires_at },
      after: { expiresAt: row.expires_at },
      answer: asInvitation(row, now, link),
    }
  },
})
