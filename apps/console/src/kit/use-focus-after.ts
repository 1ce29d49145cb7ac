import { type RefObject, useEffect, useRef } from 'react'

/**
 * Leads whoever stood on a button that went with the state before to what says the state after.
 *
 * The place needs `tabIndex={-1}`. Whoever stands elsewhere is left there.
 */
export function useFocusAfter<E extends HTMLElement>(state: string | undefined): RefObject<E | null> {
  const place = useRef<E>(null)
  const shown = useRef(state)
  useEffect(() => {
    const before = shown.current
    shown.current = state
    if (before !== undefined && before !== state && document.activeElement === document.body) place.current?.focus()
  }, [state])
  return place
}
