import { hashPassword, symmetricEncrypt } from 'better-auth/crypto'
import type { Tx } from '../database/tx.ts'
import { newId } from '../shared/ids.ts'

/** A new officer account as an installation writes it. */
export type NewOfficer = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly password: string
  readonly totpSecret: string
}

/** What a login may be made of; capitals count as small letters. */
export const loginPattern = '^[A-Za-z0-9._-]{3,40}$'
/** Fewest characters of an officer's password. */
export const passwordLength = 10

/** Writes an officer account; false when the login or the id is somebody's already. */
export async function addOfficerAccount(
  tx: Tx,
  authSecret: string,
  { id, login, name, password, totpSecret }: NewOfficer,
  at: Date,
): Promise<boolean> {
  const hashed = await hashPassword(password)
  const seal = (data: string) => symmetricEncrypt({ key: authSecret, data })
  const [totp, backup] = [await seal(totpSecret), await seal('[]')]
  const added = await tx.run(
    `insert into signin."user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username, "displayUsername", "twoFactorEnabled")
     values ($1, $2, $3, true, $4, $4, $5, $6, true) on conflict do nothing`,
    [id, name, `${login.toLowerCase()}@officer.invalid`, at, login.toLowerCase(), login],
  )
  if (added === 0) return false
  await tx.run(
    `insert into signin."account" (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
     values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [newId(), id, hashed, at],
  )
  await tx.run(
    `insert into signin."twoFactor" (id, secret, "backupCodes", "userId", verified) values ($1, $2, $3, $4, true)`,
    [newId(), totp, backup, id],
  )
  return true
}
