import { networkNow } from '../api/clock.ts'
import { noteNothingKept } from './freshness.ts'
import { forgetAllIn, keepThere, readKept } from './phone-store.ts'

/** An answer as it was at some time. */
export type KeptAnswer = { readonly at: number; readonly value: unknown }

/** A session lives 90 days at most; what was kept from it is not shown longer. */
const keptMs = 90 * 86_400_000

/** Keeps an answer to read it again without a network; a browser that keeps nothing is passed over in silence. */
export async function keepAnswer(path: string, value: unknown, at: number = networkNow()): Promise<void> {
  await keepThere('answers', path, { at, value } satisfies KeptAnswer).catch(() => undefined)
}

/** The kept answer, or undefined. */
export async function recallAnswer(path: string, now: number = networkNow()): Promise<KeptAnswer | undefined> {
  const kept = await readKept('answers', path).catch(() => undefined)
  if (!isKept(kept) || now - kept.at > keptMs) return undefined
  return kept
}

/** Forgets every kept answer: the session has ended. */
export async function forgetAnswers(): Promise<void> {
  noteNothingKept()
  await forgetAllIn('answers').catch(() => undefined)
}

function isKept(value: unknown): value is KeptAnswer {
  return (
    typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'value' in value
  )
}
