import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
/** A clock that is one step off is still right. */
const stepsOff = 1
const secretLength = 20
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret for time-based codes 动态码: twenty letters and digits, 115 bits. */
export function newTotpSecret(): string {
  return Array.from({ length: secretLength }, () => letters[randomInt(letters.length)]).join('')
}

/** Whether a code is the one of a secret now, or within half a minute of it (RFC 6238, SHA-1, six digits). */
export function isTotpCode(secret: string, code: string, now: Date): boolean {
  const step = Math.floor(now.getTime() / 1000 / stepSeconds)
  const given = Buffer.from(code)
  let found = false
  for (let off = -stepsOff; off <= stepsOff; off++) {
    const right = Buffer.from(codeOfStep(secret, step + off))
    if (right.length === given.length && timingSafeEqual(right, given)) found = true
  }
  return found
}

/** The code of a secret that is valid at a moment. */
export function totpCode(secret: string, now: Date): string {
  return codeOfStep(secret, Math.floor(now.getTime() / 1000 / stepSeconds))
}

function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** A secret as an authenticator takes it by hand: base32 (RFC 4648) without padding. */
export function totpSecretText(secret: string): string {
  let [bits, text] = ['', '']
  for (const byte of Buffer.from(secret)) bits += byte.toString(2).padStart(8, '0')
  for (let at = 0; at < bits.length; at += 5) text += base32[Number.parseInt(bits.slice(at, at + 5).padEnd(5, '0'), 2)]
  return text
}

/** The address that an authenticator scans. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${totpSecretText(secret)}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`
}
