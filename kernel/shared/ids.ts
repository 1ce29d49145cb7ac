/** A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits; ids made later sort later. */
export function newId(nowMs: number = Date.now()): string {
  const time = nowMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomPart()}`
}

/** What follows the version digit: the variant and 74 random bits. */
function randomPart(): string {
  // The ready-made one is five times as fast, and old browsers and pages without TLS do not have it.
  const source: Pick<Crypto, 'getRandomValues'> & Partial<Crypto> = globalThis.crypto
  const ready = source.randomUUID?.()
  if (ready !== undefined) return ready.slice(15)
  const bytes = source.getRandomValues(new Uint8Array(10))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((bytes[2] ?? 0) & 0x3) | 0x8
  return `${hex.slice(0, 3)}-${variant.toString(16)}${hex.slice(5, 8)}-${hex.slice(8)}`
}

/** So many ids of one millisecond, each sorting after the one before it. */
export function newIds(count: number, nowMs: number): string[] {
  return Array.from({ length: count }, () => newId(nowMs)).sort()
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Tells whether a text is a UUID in lower-case canonical form. */
export function isId(text: string): boolean {
  return uuidShape.test(text)
}
