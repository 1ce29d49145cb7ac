import { createContext, useContext, useSyncExternalStore } from 'react'
import { openSessionOver, type SessionOver } from './session-over.ts'

/** Shared by the query client, which notices, and the frame, which asks for sign-in. */
export const SessionOverContext = createContext<SessionOver>(openSessionOver())

export function useSessionOver(): SessionOver {
  return useContext(SessionOverContext)
}

/** Whether the session ended under the officer's hands. */
export function useIsSessionOver(): boolean {
  const over = useSessionOver()
  return useSyncExternalStore(over.subscribe, over.now)
}
