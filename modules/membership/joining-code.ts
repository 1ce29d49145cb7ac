import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { type CodePayload, readPayload } from './rules.ts'

/** The link a joining code opens in any browser. */
export function joiningLink(services: Services, token: string): string {
  return `${services.publicUrl}/j/${token}`
}

/** The link of a short code: short enough to type from a wall. */
export function shortLink(services: Services, shortCode: string): string {
  return `${services.publicUrl}/j/${shortCode}`
}

/** The code inside whatever was scanned: the bare code or the whole link. */
export function scannedCode(text: string): string {
  return text.trim().split('/').at(-1)?.split(/[?#]/)[0] ?? ''
}

/**
 * Reads a scanned joining code.
 *
 * Refuses `membership.code_malformed`, `…_forged`, `…_foreign`, `…_expired`. Whether it was revoked is the table's to say.
 */
export function readJoiningCode(services: Services, text: string, now: Date): CodePayload {
  const answer = services.tokens.read(scannedCode(text))
  if (answer.failure === 'malformed') throw new Refusal('membership.code_malformed')
  if (answer.failure === 'forged') throw new Refusal('membership.code_forged')
  if (answer.failure !== undefined) throw new Refusal('membership.code_foreign')
  const payload = readPayload(answer.payload)
  if (!payload) throw new Refusal('membership.code_malformed')
  if (payload.expiresAt <= now) throw new Refusal('membership.code_expired')
  return payload
}

/** The cell a scanned code names, or undefined for text that is no code of ours. */
export function cellOfCode(services: Services, text: string): number | undefined {
  const answer = services.tokens.read(scannedCode(text))
  return answer.failure === undefined ? readPayload(answer.payload)?.cell : undefined
}
