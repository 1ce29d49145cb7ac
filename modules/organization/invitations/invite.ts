import { maskPhone } from '@gongqiao/codes'
import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { OfficerRole } from '../contract.ts'
import { invitationDays, invitationLink, newInvitationToken } from './link.ts'
import { maskMail } from './mask-mail.ts'

/** Somebody who is to hold a post of a union. */
export type Invited = {
  readonly unit: { readonly id: string; readonly cell_id: number; readonly path: string }
  readonly role: OfficerRole
  readonly title: string
  readonly name: string
  /** Normalised. */
  readonly phone: string | null
  readonly mail: string | null
}

/** An invitation that was made, with the one chance to have its link. */
export type Made = {
  readonly cell: number
  readonly id: string
  readonly link: string
  readonly digest: Buffer
  readonly expiresAt: Date
}

/** Where a sealed contact of an invitation stands. */
export const contactPlace = (cell: number, id: string, column: 'phone_cipher' | 'mail_cipher') => ({
  cell,
  table: 'organization.officer_invitation',
  column,
  id,
})

/** When a link made now stops working. */
export const invitationEnd = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000)

/**
 * Makes invitations in one cell, in one statement; who is invited already to the same post of the same union gets none.
 *
 * The caller has asked whether its actor may invite to every one of these unions, and its scope covers them.
 *
 * @returns for each in their order what was made, or undefined where the invitation stood already
 */
export async function makeInvitations(
  tx: Tx,
  services: Services,
  invited: readonly Invited[],
  by: { readonly post: string; readonly now: Date },
): Promise<(Made | undefined)[]> {
  const cell = invited[0]?.unit.cell_id
  if (cell === undefined) return []
  if (invited.some(({ unit }) => unit.cell_id !== cell)) throw new Error('invitations are made cell by cell')
  const key = await services.keyring.dataKey(cell)
  const expiresAt = invitationEnd(by.now)
  const rows = invited.map((one) => {
    const id = newId(by.now.getTime())
    const token = newInvitationToken(services, cell)
    const seal = (column: 'phone_cipher' | 'mail_cipher', text: string | null) =>
      text === null ? null : sealField(key, contactPlace(cell, id, column), text)
    return {
      ...one,
      id,
      token,
      phoneCipher: seal('phone_cipher', one.phone),
      mailCipher: seal('mail_cipher', one.mail),
    }
  })
  const made = await tx.many<{ id: string }>(
    `insert into organization.officer_invitation (cell_id, id, path, unit_id, role, title, name, phone_cipher, phone_mask,
       mail_cipher, mail_mask, digest, invited_by, invited_at, renewed, expires_at)
     select $1, m.id, m.path, m.unit, m.role, m.title, m.name, m.phone_cipher, m.phone_mask, m.mail_cipher, m.mail_mask, m.digest, $2, $3, 0, $4
     from unnest($5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::bytea[], $12::text[], $13::bytea[],
       $14::text[], $15::bytea[]) as m (id, path, unit, role, title, name, phone_cipher, phone_mask, mail_cipher, mail_mask, digest)
     on conflict do nothing returning id`,
    [
      cell,
      by.post,
      by.now,
      expiresAt,
      rows.map(({ id }) => id),
      rows.map(({ unit }) => unit.path),
      rows.map(({ unit }) => unit.id),
      rows.map(({ role }) => role),
      rows.map(({ title }) => title),
      rows.map(({ name }) => name),
      rows.map(({ phoneCipher }) => phoneCipher),
      rows.map(({ phone }) => (phone === null ? null : maskPhone(phone))),
      rows.map(({ mailCipher }) => mailCipher),
      rows.map(({ mail }) => (mail === null ? null : maskMail(mail))),
      rows.map(({ token }) => token.digest),
    ],
  )
  const ids = new Set(made.map(({ id }) => id))
  return rows.map(({ id, token }) =>
    ids.has(id) ? { cell, id, link: invitationLink(services, token.text), digest: token.digest, expiresAt } : undefined,
  )
}
