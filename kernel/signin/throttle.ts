import { Refusal } from '../refusal.ts'

/** Counts tries by key and refuses when there were too many in a window. */
export type Throttle = {
  /** Refuses `code` with the minutes to wait when the key has used up its tries. Counts this try. */
  count(key: string, nowMs: number): void
  /** Forgets a key after success. */
  forget(key: string): void
}

/**
 * A throttle in this process: `most` tries in a sliding window. Keys are kept while they count, 100,000 at most.
 *
 * @param code the refusal to throw; its words have `{minutes}`
 */
export function makeThrottle(code: string, most: number, windowMs: number): Throttle {
  const tries = new Map<string, number[]>()
  return {
    count(key, nowMs) {
      const recent = (tries.get(key) ?? []).filter((at) => at > nowMs - windowMs)
      const oldest = recent[0]
      if (recent.length >= most && oldest !== undefined) {
        throw new Refusal(code, { variables: { minutes: Math.ceil((oldest + windowMs - nowMs) / 60_000) } })
      }
      tries.delete(key)
      tries.set(key, [...recent, nowMs])
      const first = tries.size > 100_000 ? tries.keys().next().value : undefined
      if (first !== undefined) tries.delete(first)
    },
    forget(key) {
      tries.delete(key)
    },
  }
}
