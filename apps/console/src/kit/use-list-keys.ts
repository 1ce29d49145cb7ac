import { type Dispatch, type RefObject, useEffect, useReducer, useRef } from 'react'
import { emptyList, type ListAct, type ListState, listStep } from './list-keys.ts'
import { useShortcuts } from './shortcuts.tsx'

/**
 * Puts a list under the keyboard: `j` `k` move, `x` ticks, Shift and `x` ticks everything since the last tick, Escape closes what is open beside.
 *
 * Enter needs no help: moving focuses the row's own opener, marked `data-row`, and a button opens by itself.
 * Single keys are silent in fields and dialogs, and everywhere once switched off (WCAG 2.1.4).
 */
export function useListKeys<List extends HTMLElement>(
  keys: readonly string[],
  on: { readonly tickable?: (key: string) => boolean; readonly close?: () => void } = {},
): { state: ListState; act: Dispatch<ListAct>; list: RefObject<List | null> } {
  const [state, act] = useReducer(listStep, emptyList)
  const list = useRef<List>(null)
  const moved = useRef(false)

  useEffect(() => act({ do: 'show', keys }), [keys])

  useEffect(() => {
    if (!moved.current || state.cursor === null) return
    moved.current = false
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(state.cursor)}"]`)?.focus()
  }, [state.cursor])

  useShortcuts((key) => {
    if (key === 'j' || key === 'k') {
      moved.current = true
      act({ do: 'move', by: key === 'j' ? 1 : -1 })
      return true
    }
    if (key === 'x' && state.cursor !== null && (on.tickable?.(state.cursor) ?? false)) {
      act({ do: 'toggle', key: state.cursor })
      return true
    }
    if (key === 'X' && state.cursor !== null && on.tickable) {
      act({ do: 'range', key: state.cursor, among: keys.filter(on.tickable) })
      return true
    }
    if (key === 'Escape' && on.close) {
      on.close()
      return true
    }
    return false
  })

  return { state, act, list }
}
