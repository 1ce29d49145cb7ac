import { useState } from 'react'

/**
 * A small choice kept on this device (columns, single-key shortcuts); nothing of it reaches the server.
 *
 * `read` gives back null for a kept text it does not understand. A browser that keeps nothing still works.
 */
export function usePreference<T>(name: string, fallback: T, read: (kept: unknown) => T | null): [T, (next: T) => void] {
  const place = `gongqiao.console.${name}`
  const [value, setValue] = useState<T>(() => readKept(place, read) ?? fallback)
  return [
    value,
    (next) => {
      setValue(next)
      try {
        localStorage.setItem(place, JSON.stringify(next))
      } catch {
        // Private windows refuse to keep; the choice then lasts as long as the screen.
      }
    },
  ]
}

function readKept<T>(place: string, read: (kept: unknown) => T | null): T | null {
  try {
    const text = localStorage.getItem(place)
    return text === null ? null : read(JSON.parse(text))
  } catch {
    return null
  }
}
