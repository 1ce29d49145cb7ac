import { useRef } from 'react'

/**
 * Lets an act run only once at a time: what is asked for while it is under way is dropped, also a second tap in the same
 * moment, before anything was redrawn.
 */
export function useLock(): (act: () => Promise<unknown>) => Promise<void> {
  const held = useRef(false)
  return async (act) => {
    if (held.current) return
    held.current = true
    try {
      await act()
    } finally {
      held.current = false
    }
  }
}
