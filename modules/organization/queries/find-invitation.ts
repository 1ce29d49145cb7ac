import { query } from '@gongqiao/kernel/command/query.ts'
import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import { newTotpSecret, totpAddress, totpSecretText } from '@gongqiao/kernel/signin/totp.ts'
import QRCode from 'qrcode'
import { Type } from 'typebox'
import { InvitationLook } from '../contract.ts'
import { linkReach, openLink } from '../invitations/open-link.ts'
import { ticketPlace } from '../invitations/ticket.ts'

/**
 * What whoever opens the link of an invitation is shown: which post of which union, and a new second factor to set up.
 *
 * Refuses `organization.invitation_unknown`, `organization.invitation_used`, `organization.invitation_revoked`,
 * `organization.invitation_expired`.
 */
export const findInvitation = query({
  act: 'organization.find_invitation',
  by: ['anyone'],
  input: Type.Object({ token: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false }),
  output: InvitationLook,
  beyond: linkReach,
  async run({ tx, input, now, allow, services, reach }) {
    allow.everybody('the link is the proof: its secret reached whom it was sent to')
    const row = await openLink(tx, services, input.token, now, reach, 'to look')
    const by = await tx.one<{ unit_name: string; title: string }>(
      'select unit_name, title from kernel.post where id = $1',
      [row.invited_by],
    )
    const secret = newTotpSecret()
    const key = await services.keyring.dataKey(row.cell_id)
    return {
      unit: row.unit_name,
      title: row.title,
      role: row.role,
      name: row.name,
      invitedBy: `${by.unit_name} ${by.title}`,
      expiresAt: row.expires_at.toISOString(),
      totp: {
        secret: totpSecretText(secret),
        picture: await QRCode.toString(totpAddress(secret, services.brand, row.name), {
          type: 'svg',
          errorCorrectionLevel: 'L',
          margin: 2,
        }),
        ticket: sealField(key, ticketPlace(row), secret).toString('base64url'),
      },
    }
  },
})
