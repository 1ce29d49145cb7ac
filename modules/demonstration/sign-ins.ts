import { createHash } from 'node:crypto'
import { totpCode } from '@gongqiao/kernel/signin/totp.ts'

/** The password of every demonstration officer. It is printed at start; production refuses a database that holds it. */
export const demonstrationPassword = 'gongqiao-demonstration'

/** A demonstration account's id, the same in every installation; its post has the same one. */
export function accountOf(login: string): string {
  const hex = createHash('sha256').update(`demonstration account ${login}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The secret of a demonstration officer's time-based code: known, like the password. */
export function totpSecretOf(login: string): string {
  return createHash('sha256').update(`demonstration code ${login}`).digest('hex').slice(0, 32)
}

/** The time-based code that is valid now, and for how many seconds more (RFC 6238, 30 s, six digits). */
export function totpCodeOf(login: string, now: Date): { readonly code: string; readonly secondsLeft: number } {
  const seconds = Math.floor(now.getTime() / 1000)
  return { code: totpCode(totpSecretOf(login), now), secondsLeft: 30 - (seconds % 30) }
}
