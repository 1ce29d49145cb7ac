import { createContext, type ReactNode, useContext, useEffect, useEffectEvent } from 'react'
import { usePreference } from './preference.ts'

type Switch = { readonly on: boolean; readonly turn: (on: boolean) => void }
const ShortcutsContext = createContext<Switch>({ on: true, turn: () => {} })

/** Keeps whether single-key shortcuts work; a person who speaks or types by switch turns them off (WCAG 2.1.4). */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [on, turn] = usePreference('shortcuts', true, (kept) => (typeof kept === 'boolean' ? kept : null))
  return <ShortcutsContext value={{ on, turn }}>{children}</ShortcutsContext>
}

/** The switch itself, for the help page. */
export function useShortcutSwitch(): Switch {
  return useContext(ShortcutsContext)
}

/** Hears single keys pressed outside fields, menus and dialogs; `heard` gives back true for a key it used. */
export function useShortcuts(heard: (key: string) => boolean): void {
  const { on } = useContext(ShortcutsContext)
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!isForUs(event)) return
    if (!on && event.key.length === 1) return
    if (heard(event.key)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (dialogIsOpen()) return false
  const target = event.target instanceof Element ? event.target : null
  return (target?.closest(fields) ?? null) === null
}

const fields = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"], [role="combobox"]'

/** Dialogs that were closed stay in the page without a box; only one that is shown takes the keys. */
function dialogIsOpen(): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"][aria-modal="true"]')
  return [...dialogs].some((dialog) => dialog.getClientRects().length > 0)
}
