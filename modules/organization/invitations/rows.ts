import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { OfficerInvitation, OfficerRole } from '../contract.ts'

/** An invitation as it stands in its table, with the name of its union. */
export type InvitationRow = {
  readonly cell_id: number
  readonly id: string
  readonly path: string
  readonly unit_id: string
  readonly unit_name: string
  readonly role: OfficerRole
  readonly title: string
  readonly name: string
  readonly phone_mask: string | null
  readonly mail_mask: string | null
  readonly invited_by: string
  readonly invited_at: Date
  readonly renewed: number
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly revoked_at: Date | null
}

/** The columns of an `InvitationRow` from `organization.officer_invitation i` and its `organization.unit u`. */
export const invitationColumns = `i.cell_id, i.id, i.path, i.unit_id, u.name as unit_name, i.role, i.title, i.name, i.phone_mask, i.mail_mask,
  i.invited_by, i.invited_at, i.renewed, i.expires_at, i.accepted_at, i.revoked_at`

/** Where an invitation stands. */
export function invitationState(
  row: Pick<InvitationRow, 'accepted_at' | 'revoked_at' | 'expires_at'>,
  now: Date,
): OfficerInvitation['state'] {
  if (row.accepted_at !== null) return 'accepted'
  if (row.revoked_at !== null) return 'revoked'
  return row.expires_at <= now ? 'expired' : 'open'
}

/** An invitation as officers see it; the link only where it has just been made. */
export function asInvitation(row: InvitationRow, now: Date, link: string | null = null): OfficerInvitation {
  return {
    cell: row.cell_id,
    invitation: row.id,
    unit: { id: row.unit_id, name: row.unit_name },
    role: row.role,
    title: row.title,
    name: row.name,
    phone: row.phone_mask,
    mail: row.mail_mask,
    state: invitationState(row, now),
    invitedAt: row.invited_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    link,
  }
}

/** One invitation, locked. Refuses `kernel.absent` where the actor's scope has none. */
export async function lockInvitation(tx: Tx, cell: number, id: string): Promise<InvitationRow> {
  const row = await tx.maybe<InvitationRow>(
    `select ${invitationColumns} from organization.officer_invitation i join organization.unit u on u.id = i.unit_id
     where i.cell_id = $1 and i.id = $2 for update of i`,
    [cell, id],
  )
  if (!row) throw absent()
  return row
}
