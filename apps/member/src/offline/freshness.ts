import { useSyncExternalStore } from 'react'

/** Answers on the screen that were not asked for just now, by their paths, with the time they are of. */
const kept = new Map<string, number>()
const watchers = new Set<() => void>()
let oldest: number | undefined

function tell(): void {
  oldest = kept.size === 0 ? undefined : Math.min(...kept.values())
  for (const watcher of watchers) watcher()
}

let onBack: (() => void) | undefined

/** Says what to do once an answer of now comes while others on the screen are kept ones: the network is back. */
export function whenNetworkIsBack(act: () => void): void {
  onBack = act
}

/** Notes that an answer is as of now. */
export function noteFresh(path: string): void {
  const had = kept.size > 0
  if (kept.delete(path)) tell()
  if (had && kept.size > 0) onBack?.()
}

/** Notes that an answer is a kept one. */
export function noteKept(path: string, at: number): void {
  kept.set(path, at)
  tell()
}

/** Forgets what is kept and what is not: nobody is signed in any more. */
export function noteNothingKept(): void {
  kept.clear()
  tell()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The time the oldest answer on the screen is of, in milliseconds since 1970; undefined when all are of now. */
export function useKeptAt(): number | undefined {
  return useSyncExternalStore(watch, () => oldest)
}
