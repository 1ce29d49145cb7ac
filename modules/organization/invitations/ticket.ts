import { type FieldPlace, openField } from '@gongqiao/kernel/crypto/field.ts'
import { KeyAbsent } from '@gongqiao/kernel/crypto/keyring.ts'
import { SealBroken } from '@gongqiao/kernel/crypto/suite.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { InvitationRow } from './rows.ts'

/** The place a second factor is sealed for on its way to the page and back: this invitation and no other. */
export function ticketPlace(row: Pick<InvitationRow, 'cell_id' | 'id'>): FieldPlace {
  return { cell: row.cell_id, table: 'organization.officer_invitation', column: 'ticket', id: row.id }
}

/** The second factor of a ticket that was made for this invitation, or undefined. */
export async function readTicket(
  services: Services,
  row: Pick<InvitationRow, 'cell_id' | 'id'>,
  ticket: string,
): Promise<string | undefined> {
  await services.keyring.dataKey(row.cell_id)
  try {
    return openField(
      (cell, key) => services.keyring.resolve(cell, key),
      ticketPlace(row),
      Buffer.from(ticket, 'base64url'),
    )
  } catch (error) {
    if (error instanceof SealBroken || error instanceof KeyAbsent) return undefined
    throw error
  }
}
