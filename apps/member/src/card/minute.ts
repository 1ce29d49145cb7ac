import { minuteCode, minuteOf } from '@gongqiao/kernel/shared/minute-code.ts'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/** The card's code for the minute an instant lies in; the secret is base64url. */
export function codeAt(number: string, secret: string, epochMs: number): string {
  return minuteCode((key, message) => hmac(sha256, key, message), bytesOf(secret), number, minuteOf(epochMs))
}

/** The text of the card's QR: a link that opens the check in any scanner. */
export function checkLink(origin: string, number: string, code: string): string {
  return `${origin}/c/${number}.${code}`
}

/** Bytes of a base64url text, with or without padding. */
export function bytesOf(base64url: string): Uint8Array {
  const text = globalThis.atob(base64url.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
