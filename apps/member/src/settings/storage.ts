/** Where a value may rest: until the browser closes, or longer. */
type Place = 'session' | 'lasting'

function storage(place: Place): Storage | undefined {
  try {
    return place === 'session' ? window.sessionStorage : window.localStorage
  } catch {
    return undefined // forbidden by the browser's settings: the app works, it only forgets
  }
}

/** Reads a kept text; null when there is none or keeping is forbidden. */
export function recall(place: Place, key: string): string | null {
  try {
    return storage(place)?.getItem(`gongqiao.${key}`) ?? null
  } catch {
    return null
  }
}

/** Keeps a text; a full or forbidden store is passed over in silence. */
export function keep(place: Place, key: string, value: string): void {
  try {
    storage(place)?.setItem(`gongqiao.${key}`, value)
  } catch {
    // nothing depends on it
  }
}

/** Forgets a kept text. */
export function forget(place: Place, key: string): void {
  try {
    storage(place)?.removeItem(`gongqiao.${key}`)
  } catch {
    // nothing depends on it
  }
}

/** Reads a kept JSON value through a reader that answers undefined for any shape it does not know. */
export function recallJson<T>(place: Place, key: string, read: (value: unknown) => T | undefined): T | undefined {
  const text = recall(place, key)
  if (text === null) return undefined
  try {
    return read(JSON.parse(text))
  } catch {
    return undefined
  }
}
