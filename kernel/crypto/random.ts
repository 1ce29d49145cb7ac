import { randomBytes, randomInt } from 'node:crypto'

/** A code to send to a phone: six decimal digits, each of the million codes as likely as any other. */
export function phoneCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0')
}

/**
 * A secret nobody can guess, as base64url without padding.
 *
 * @param bytes of randomness, at least 16
 * @throws RangeError below 16
 */
export function randomToken(bytes: number): string {
  if (!(bytes >= 16)) throw new RangeError(`a secret of ${bytes} bytes can be guessed`)
  return randomBytes(bytes).toString('base64url')
}
