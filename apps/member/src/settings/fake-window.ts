import { vi } from 'vitest'

/** A store of a browser in memory. */
function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (place) => [...kept.keys()][place] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

/** For tests: a window with nothing but its two stores. */
export function fakeWindow() {
  const window = { localStorage: memory(), sessionStorage: memory() }
  vi.stubGlobal('window', window)
  return window
}
