import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { forget, keep, recallJson } from '../settings/storage.ts'

/** A code on its way: to whom, and from when another may be asked for (milliseconds of the network's time). */
export type SentCode = {
  readonly phone: string
  readonly sentTo: string
  readonly validMinutes: number
  readonly againAtMs: number
}

/** Turns the server's answer into moments, and keeps it for the session: a reload must not ask for a second message. */
export function noteSent(purpose: string, phone: string, sent: PhoneCodeSent, nowMs: number): SentCode {
  const noted = {
    phone,
    sentTo: sent.sentTo,
    validMinutes: Math.floor(sent.validSeconds / 60),
    againAtMs: nowMs + sent.againSeconds * 1000,
  }
  keep('session', `sent.${purpose}`, JSON.stringify(noted))
  return noted
}

/** The code that is on its way to this phone, if one was asked for in this session. */
export function recallSent(purpose: string, phone: string): SentCode | undefined {
  const kept = recallJson('session', `sent.${purpose}`, readSent)
  return kept?.phone === phone ? kept : undefined
}

/** Forgets a code that was used. */
export function forgetSent(purpose: string): void {
  forget('session', `sent.${purpose}`)
}

/** Whole seconds until another code may be asked for; 0 when it may. */
export function secondsUntilAgain(sent: SentCode | undefined, nowMs: number): number {
  return sent === undefined ? 0 : Math.max(0, Math.ceil((sent.againAtMs - nowMs) / 1000))
}

function readSent(value: unknown): SentCode | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('phone' in value && 'sentTo' in value && 'validMinutes' in value && 'againAtMs' in value)) return undefined
  const { phone, sentTo, validMinutes, againAtMs } = value
  return typeof phone === 'string' &&
    typeof sentTo === 'string' &&
    typeof validMinutes === 'number' &&
    typeof againAtMs === 'number'
    ? { phone, sentTo, validMinutes, againAtMs }
    : undefined
}
