/** Says that the session ended under the officer's hands, so that the desk can ask for sign-in over the open page. */
export type SessionOver = {
  now(): boolean
  tell(over: boolean): void
  subscribe(listener: () => void): () => void
}

export function openSessionOver(): SessionOver {
  let over = false
  const listeners = new Set<() => void>()
  return {
    now: () => over,
    tell(next) {
      if (over === next) return
      over = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
