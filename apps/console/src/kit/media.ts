import { useCallback, useSyncExternalStore } from 'react'

/** Tells whether the window matches a media query, and follows it. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Wide enough for the tree to stand beside the page. */
export function useWide(): boolean {
  return useMedia('(min-width: 960px)')
}

/** Wide enough for a person or matter to open beside its list. */
export function useRoomBeside(): boolean {
  return useMedia('(min-width: 880px)')
}
