/*
 * The phone's own database: answers to read again without a network, and letters that wait for one. Used by the app and
 * by its service worker. Where a browser keeps none, everything works as long as there is a network.
 */

type StoreName = 'answers' | 'letters' | 'keys'

const stores: readonly StoreName[] = ['answers', 'letters', 'keys']

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gongqiao', 1)
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store)
    }
    request.onsuccess = () => {
      // Another window of a later version may change it: this one lets go.
      request.result.onversionchange = () => {
        request.result.close()
        opened = undefined
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  }).catch((fault) => {
    opened = undefined
    throw fault
  })
  return opened
}

async function withStore<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = (await open()).transaction(name, mode)
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  const result = await act(transaction.objectStore(name))
  await ended
  return result
}

/** Reads one value; undefined when there is none. Throws where the browser keeps no database. */
export function readKept(name: StoreName, key: string): Promise<unknown> {
  return withStore(name, 'readonly', (store) => finished(store.get(key)))
}

/** Reads all values of a store. */
export function readAllKept(name: StoreName): Promise<unknown[]> {
  return withStore(name, 'readonly', (store) => finished(store.getAll()))
}

/** Keeps a value under a key. */
export function keepThere(name: StoreName, key: string, value: unknown): Promise<unknown> {
  return withStore(name, 'readwrite', (store) => finished(store.put(value, key)))
}

/** Changes a value in one step that nobody else gets between; undefined from `change` leaves it as it is. */
export function changeKept(name: StoreName, key: string, change: (value: unknown) => unknown): Promise<boolean> {
  return withStore(name, 'readwrite', async (store) => {
    const changed = change(await finished(store.get(key)))
    if (changed === undefined) return false
    await finished(store.put(changed, key))
    return true
  })
}

/** Forgets one value. */
export function forgetKept(name: StoreName, key: string): Promise<unknown> {
  return withStore(name, 'readwrite', (store) => finished(store.delete(key)))
}

/** Forgets everything in a store. */
export function forgetAllIn(name: StoreName): Promise<unknown> {
  return withStore(name, 'readwrite', (store) => finished(store.clear()))
}
