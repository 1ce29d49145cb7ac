/** A list under the keyboard: its rows by key, where the cursor stands, and what is ticked. */
export type ListState = {
  readonly keys: readonly string[]
  readonly cursor: string | null
  readonly ticked: ReadonlySet<string>
  /** The row that was ticked or unticked last: a range is ticked from there. */
  readonly anchor: string | null
}

export type ListAct =
  | { readonly do: 'show'; readonly keys: readonly string[] }
  | { readonly do: 'move'; readonly by: number }
  | { readonly do: 'go'; readonly key: string }
  | { readonly do: 'toggle'; readonly key: string }
  | { readonly do: 'range'; readonly key: string; readonly among: readonly string[] }
  | { readonly do: 'tick'; readonly keys: readonly string[] }
  | { readonly do: 'clear' }

export const emptyList: ListState = { keys: [], cursor: null, ticked: new Set(), anchor: null }

/**
 * One step of a list under the keyboard.
 *
 * When rows come and go under the hand, the cursor stays on its row; when its row is gone it stands where that row
 * stood, so that deciding one matter leaves the cursor on the next. Ticks on rows that are gone are dropped.
 */
export function listStep(state: ListState, act: ListAct): ListState {
  switch (act.do) {
    case 'show':
      return shown(state, act.keys)
    case 'move': {
      if (state.keys.length === 0) return state
      const at = state.cursor === null ? -1 : state.keys.indexOf(state.cursor)
      const from = at === -1 && act.by < 0 ? state.keys.length : at
      const to = Math.min(Math.max(from + act.by, 0), state.keys.length - 1)
      return { ...state, cursor: state.keys[to] ?? null }
    }
    case 'go':
      return state.keys.includes(act.key) ? { ...state, cursor: act.key } : state
    case 'toggle': {
      if (!state.keys.includes(act.key)) return state
      const ticked = new Set(state.ticked)
      if (!ticked.delete(act.key)) ticked.add(act.key)
      return { ...state, ticked, anchor: act.key }
    }
    case 'range':
      return ranged(state, act.key, new Set(act.among))
    case 'tick': {
      const there = new Set(state.keys)
      return { ...state, ticked: new Set(act.keys.filter((key) => there.has(key))) }
    }
    case 'clear':
      return { ...state, ticked: new Set(), anchor: null }
  }
}

/** Ticks everything from the row that was ticked last to this one, of what may be ticked. */
function ranged(state: ListState, key: string, among: ReadonlySet<string>): ListState {
  const to = state.keys.indexOf(key)
  if (to === -1) return state
  const from = state.anchor === null ? to : state.keys.indexOf(state.anchor)
  const between = state.keys.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ...state, ticked: new Set([...state.ticked, ...between.filter((one) => among.has(one))]), anchor: key }
}

function shown(state: ListState, keys: readonly string[]): ListState {
  const there = new Set(keys)
  const kept = [...state.ticked].filter((key) => there.has(key))
  const ticked = kept.length === state.ticked.size ? state.ticked : new Set(kept)
  const anchor = state.anchor !== null && there.has(state.anchor) ? state.anchor : null
  if (state.cursor === null || there.has(state.cursor)) return { keys, cursor: state.cursor, ticked, anchor }

  const stood = state.keys.indexOf(state.cursor)
  const after = state.keys.slice(stood + 1).find((key) => there.has(key))
  const before = state.keys.slice(0, stood).findLast((key) => there.has(key))
  return { keys, cursor: after ?? before ?? null, ticked, anchor }
}
