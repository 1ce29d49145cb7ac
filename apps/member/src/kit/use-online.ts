import { useEffect, useState, useSyncExternalStore } from 'react'

function watch(watcher: () => void): () => void {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}

/** Tells whether the phone believes it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(watch, () => window.navigator.onLine)
}

/** True once something has been on the way for longer than a person finds natural. */
export function useSlow(waiting: boolean, afterMs = 5_000): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!waiting) return
    const timer = window.setTimeout(() => setSlow(true), afterMs)
    return () => window.clearTimeout(timer)
  }, [waiting, afterMs])
  return slow
}
