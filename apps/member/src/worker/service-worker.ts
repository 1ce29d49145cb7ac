/*
 * The app's service worker: keeps the app itself on the phone, so that it opens without a network, and sends what waits
 * once there is one. It keeps no answer of the server: those are the app's, and end with the session.
 */
import { deliverOwn, syncTag } from '../outbox/own-letters.ts'

/** Filled in by the build: the files of this version, and a name for it. */
declare const __FILES__: readonly string[]
declare const __VERSION__: string

type Extended = Event & { waitUntil(work: Promise<unknown>): void }
type Fetched = Extended & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Synced = Extended & { readonly tag: string }
type Told = Event & { readonly data: unknown }
type OwnScope = {
  skipWaiting(): Promise<void>
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { postMessage(message: unknown): void }[]>
  }
  addEventListener(type: 'install' | 'activate', act: (event: Extended) => void): void
  addEventListener(type: 'fetch', act: (event: Fetched) => void): void
  addEventListener(type: 'sync', act: (event: Synced) => void): void
  addEventListener(type: 'message', act: (event: Told) => void): void
}

const scope = asOwnScope(globalThis)
const prefix = 'gongqiao-'
const ownCache = prefix + __VERSION__

scope.addEventListener('install', (event) => {
  event.waitUntil(keepFiles())
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => scope.clients.claim()))
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (/^\/(api|console)(\/|$)/.test(pathname)) return
  if (request.mode === 'navigate') return event.respondWith(page(request))
  if (pathname.startsWith('/assets/') || __FILES__.includes(pathname)) event.respondWith(file(request))
})

scope.addEventListener('message', (event) => {
  if (event.data === 'take over') void scope.skipWaiting()
})

scope.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(deliver())
})

async function keepFiles(): Promise<void> {
  const cache = await caches.open(ownCache)
  // Files whose name has no hash are asked for past the browser's own cache.
  await cache.addAll(__FILES__.map((path) => new Request(path, path.startsWith('/assets/') ? {} : { cache: 'reload' })))
}

/** The version before stays: a page of it may still be open and ask for a screen. */
async function forgetOldVersions(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache)
  for (const name of older.slice(0, -1)) await caches.delete(name)
}

/** Every address of the app is its one page. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(ownCache)).match('/')
  return kept ?? fetch(request)
}

/** A file of this version or the one before; what is fetched late, as the scanner's decoder, is kept then. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok && new URL(request.url).pathname.startsWith('/assets/')) {
    const copy = response.clone()
    void caches.open(ownCache).then((cache) => cache.put(request, copy))
  }
  return response
}

/** What still waits afterwards is told to the browser as a failure: it calls again later. */
async function deliver(): Promise<void> {
  const { answered, waiting } = await deliverOwn(Date.now)
  if (answered) {
    for (const client of await scope.clients.matchAll({ includeUncontrolled: true })) client.postMessage(syncTag)
  }
  if (waiting > 0) throw new Error('something still waits for a network')
}

/** Safe because this file runs as a service worker and nowhere else. */
function asOwnScope(global: unknown): OwnScope {
  return global as OwnScope
}
