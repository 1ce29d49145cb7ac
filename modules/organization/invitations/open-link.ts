import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Place } from '@gongqiao/kernel/shared/place.ts'
import { readInvitationToken } from './link.ts'
import { type InvitationRow, invitationColumns, invitationState } from './rows.ts'

/** The name of the reach, and why it is needed. */
export const linkReach = {
  link: 'whoever holds the link is nobody yet: the invitation it names, in its cell',
} as const

const refusals = {
  accepted: 'organization.invitation_used',
  revoked: 'organization.invitation_revoked',
  expired: 'organization.invitation_expired',
} as const

/**
 * The invitation a link stands for.
 *
 * Refuses `organization.invitation_unknown`, `organization.invitation_used`, `organization.invitation_revoked`,
 * `organization.invitation_expired`.
 */
export async function openLink(
  tx: Tx,
  services: Services,
  token: string,
  now: Date,
  reach: (name: string, place: Place) => Promise<void>,
  mode: 'to look' | 'to change',
): Promise<InvitationRow> {
  const read = readInvitationToken(services, token)
  if (!read) throw new Refusal('organization.invitation_unknown')
  await reach('link', { cell: read.cell, path: '' })
  const row = await tx.maybe<InvitationRow>(
    `select ${invitationColumns} from organization.officer_invitation i join organization.unit u on u.id = i.unit_id
     where i.cell_id = $1 and i.digest = $2${mode === 'to change' ? ' for update of i' : ''}`,
    [read.cell, read.digest],
  )
  if (!row) throw new Refusal('organization.invitation_unknown')
  const state = invitationState(row, now)
  if (state !== 'open') throw new Refusal(refusals[state])
  return row
}
