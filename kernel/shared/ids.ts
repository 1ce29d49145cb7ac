/** A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits; ids made later sort later. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  let ms = nowMs
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
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
