import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { forget, keep, recallJson } from '../settings/storage.ts'

type KeptKey = { readonly key: string; readonly body: string }

/**
 * The idempotency key of a submission: the same for every retry of the same body, also after a reload, and a new one as
 * soon as anything in it was changed.
 *
 * Both rest in the session only, since the body holds the identity number.
 */
export function submissionKey(form: string, body: object): string {
  const text = JSON.stringify(body)
  const kept = recallJson('session', `key.${form}`, readKey)
  if (kept?.body === text) return kept.key
  const key = newId()
  keep('session', `key.${form}`, JSON.stringify({ key, body: text } satisfies KeptKey))
  return key
}

/** Forgets the key once the submission was answered for good. */
export function forgetSubmissionKey(form: string): void {
  forget('session', `key.${form}`)
}

function readKey(value: unknown): KeptKey | undefined {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('body' in value)) return undefined
  const { key, body } = value
  return typeof key === 'string' && typeof body === 'string' ? { key, body } : undefined
}
