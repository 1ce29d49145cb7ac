import { occupations } from '@gongqiao/modules/membership/machine.ts'
import { forget, keep, recall, recallJson } from '../settings/storage.ts'
import { type Draft, emptyDraft, kindChoices } from './draft.ts'

/** A phone that died is charged within a day; what lies longer on a borrowed phone is forgotten. */
const KEPT_MS = 24 * 3_600_000

/** The two forms there are; a new form in the same place pushes the old one out, so nothing piles up. */
export type Slot = 'join' | 'mend'

/**
 * Keeps what was typed, so that a dead phone loses nothing.
 *
 * The identity number stays in the session only: it never rests on the phone after the browser is closed.
 *
 * @param form what the form is for: a joining code, a matter
 */
export function keepDraft(slot: Slot, form: string, draft: Draft, nowMs: number = Date.now()): void {
  const { number, ...rest } = draft
  keep('lasting', `draft.${slot}`, JSON.stringify({ form, savedAt: nowMs, draft: rest }))
  keep('session', `number.${slot}`, number)
}

/** The kept draft of a form; undefined when there is none, it was for something else or it is older than a day. */
export function recallDraft(slot: Slot, form: string, nowMs: number = Date.now()): Draft | undefined {
  const kept = recallJson('lasting', `draft.${slot}`, (value) => readKept(value, nowMs))
  if (kept === undefined || kept.form !== form) return undefined
  return { ...kept.draft, number: recall('session', `number.${slot}`) ?? '' }
}

/** Forgets a form: after it was sent, or when somebody starts over. */
export function forgetDraft(slot: Slot): void {
  forget('lasting', `draft.${slot}`)
  forget('session', `number.${slot}`)
}

/** Forgets every draft whose day is over. */
export function forgetStaleDrafts(nowMs: number = Date.now()): void {
  for (const slot of ['join', 'mend'] as const) {
    if (recallJson('lasting', `draft.${slot}`, (value) => readKept(value, nowMs)) === undefined) forgetDraft(slot)
  }
}

type Kept = { readonly form: string; readonly draft: Omit<Draft, 'number'> }

function readKept(value: unknown, nowMs: number): Kept | undefined {
  if (!isRecord(value) || typeof value.savedAt !== 'number' || !isRecord(value.draft)) return undefined
  if (nowMs - value.savedAt > KEPT_MS || value.savedAt > nowMs + KEPT_MS) return undefined
  const { draft } = value
  return { form: text(value.form), draft: readDraft(draft) }
}

function readDraft(draft: Record<string, unknown>): Omit<Draft, 'number'> {
  return {
    kind: kindChoices.find((kind) => kind === draft.kind) ?? emptyDraft.kind,
    name: text(draft.name),
    birthDate: text(draft.birthDate),
    sex: draft.sex === 'male' || draft.sex === 'female' || draft.sex === 'unknown' ? draft.sex : '',
    phone: text(draft.phone),
    confidential: draft.confidential === true,
    occupation: occupations.find((one) => one === draft.occupation) ?? '',
    agreedNotice: draft.agreedNotice === true,
    agreedSensitive: draft.agreedSensitive === true,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
