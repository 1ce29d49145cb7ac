import { openField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { contactPlace, invitationEnd } from './invite.ts'
import { invitationLink, newInvitationToken } from './link.ts'
import type { InvitationRow } from './rows.ts'

/** Refuses an invitation that has led to its end: accepted, or taken back. */
export function refuseEnded(row: InvitationRow): void {
  if (row.accepted_at !== null) throw new Refusal('organization.invitation_used')
  if (row.revoked_at !== null) throw new Refusal('organization.invitation_revoked')
}

/**
 * Gives an invitation a new link in place of the one before, which works no more.
 *
 * @returns the row as it is now, and the link
 */
export async function renewLink(
  tx: Tx,
  services: Services,
  row: InvitationRow,
  now: Date,
): Promise<{ readonly row: InvitationRow; readonly link: string }> {
  const token = newInvitationToken(services, row.cell_id)
  const expires_at = invitationEnd(now)
  await tx.run(
    `update organization.officer_invitation set digest = $3, expires_at = $4, renewed = renewed + 1 where cell_id = $1 and id = $2`,
    [row.cell_id, row.id, token.digest, expires_at],
  )
  return { row: { ...row, expires_at, renewed: row.renewed + 1 }, link: invitationLink(services, token.text) }
}

/** The phone an invitation was sent to, or null. */
export async function phoneOfInvitation(tx: Tx, services: Services, row: InvitationRow): Promise<string | null> {
  const kept = await tx.one<{ phone_cipher: Buffer | null }>(
    'select phone_cipher from organization.officer_invitation where cell_id = $1 and id = $2',
    [row.cell_id, row.id],
  )
  if (kept.phone_cipher === null) return null
  await services.keyring.dataKey(row.cell_id)
  const place = contactPlace(row.cell_id, row.id, 'phone_cipher')
  return openField((cell, key) => services.keyring.resolve(cell, key), place, kept.phone_cipher)
}
