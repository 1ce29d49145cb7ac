/** HMAC-SHA-256, given by the platform's own library; answers 32 bytes. */
export type HmacSha256 = (key: Uint8Array, message: Uint8Array) => Uint8Array

const DIGITS = 8
const MIN_SECRET_BYTES = 20

/** The minute an instant lies in, counted from 1970. */
export function minuteOf(epochMs: number): number {
  return Math.floor(epochMs / 60_000)
}

/**
 * The code 动态码 a card shows during one minute: eight decimal digits that only the holder of its secret can tell.
 *
 * The same on every platform, and made without a network.
 *
 * @param secret of this one card, at least 20 random bytes
 * @param minute see `minuteOf`
 * @throws RangeError when the secret is too short or the minute no whole number from 0
 * @see RFC 4226 §5.3 (how the digits are taken from the digest)
 */
export function minuteCode(hmacSha256: HmacSha256, secret: Uint8Array, cardNumber: string, minute: number): string {
  if (secret.length < MIN_SECRET_BYTES) throw new RangeError(`a card's secret has at least ${MIN_SECRET_BYTES} bytes`)
  if (!Number.isSafeInteger(minute) || minute < 0) throw new RangeError(`not a minute: ${minute}`)
  const card = new TextEncoder().encode(cardNumber)
  const message = new Uint8Array(8 + card.length)
  const view = new DataView(message.buffer)
  view.setUint32(0, Math.floor(minute / 2 ** 32))
  view.setUint32(4, minute % 2 ** 32)
  message.set(card, 8)

  const digest = hmacSha256(secret, message)
  const bytes = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
  const offset = bytes.getUint8(digest.byteLength - 1) & 0x0f
  const number = bytes.getUint32(offset) & 0x7fffffff
  return (number % 10 ** DIGITS).toString().padStart(DIGITS, '0')
}

/**
 * Whether a code is the card's for this minute, the one before or the one after; takes as long for a wrong code as for
 * a right one.
 *
 * @param code as shown, white space ignored
 */
export function checkMinuteCode(
  hmacSha256: HmacSha256,
  secret: Uint8Array,
  cardNumber: string,
  minute: number,
  code: string,
): boolean {
  const shown = code.replace(/\s/g, '')
  let matches = 0
  for (const near of [minute - 1, minute, minute + 1]) {
    if (near >= 0) matches |= same(minuteCode(hmacSha256, secret, cardNumber, near), shown)
  }
  return matches === 1
}

function same(expected: string, shown: string): 0 | 1 {
  let difference = expected.length ^ shown.length
  for (let index = 0; index < expected.length; index++) {
    difference |= expected.charCodeAt(index) ^ shown.charCodeAt(index) // past the end: NaN, which counts as 0
  }
  return difference === 0 ? 1 : 0
}
