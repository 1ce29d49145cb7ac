import { keep, recall } from '../settings/storage.ts'

/** Kept, so that a card without a network goes by the server's time as well. */
let aheadMs = Number(recall('lasting', 'ahead') ?? 0) || 0

/**
 * Notes the server's time from a response's `Date` header (whole seconds), so that codes and due days do not depend on
 * a phone whose clock is wrong. Small differences are the network's and are left alone.
 */
export function noteServerDate(header: string | null, nowMs: number = Date.now()): void {
  const serverMs = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(serverMs)) return
  const ahead = serverMs - nowMs
  const next = Math.abs(ahead) < 3_000 ? 0 : ahead
  if (Math.abs(next - aheadMs) >= 1_000) keep('lasting', 'ahead', String(next))
  aheadMs = next
}

/** The network's time in milliseconds since 1970, as far as this phone knows. */
export function networkNow(): number {
  return Date.now() + aheadMs
}
