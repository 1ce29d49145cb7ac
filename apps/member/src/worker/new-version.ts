import { useSyncExternalStore } from 'react'
import { isUpgraded } from '../shell/lazy-screen.ts'

let there = false
const watchers = new Set<() => void>()

function tell(): void {
  if (there) return
  there = true
  for (const watcher of watchers) watcher()
}

/** Whether a new version waits to be opened. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => there,
  )
}

/** Between two looks for a new version while the app stays open. */
const lookEveryMs = 30 * 60_000

/**
 * Keeps the app on this phone and notices new versions. Where a browser has no service worker (inside WeChat) the page
 * itself looks; only opening without a network is missing there.
 */
export async function watchVersions(): Promise<void> {
  await untilCalm()
  const look = await startWorker()
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < lookEveryMs) return
    looked = Date.now()
    void look().catch(() => undefined)
  })
}

/** What a browser may tell of its network. */
type Line = { readonly saveData?: boolean; readonly effectiveType?: string }

/** On a slow network the screens somebody opens now go first: keeping the app takes some 250 KB. */
const slowWaitMs = 15_000

function untilCalm(): Promise<void> {
  const { connection } = asTelling(window.navigator)
  const isSlow = connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? '')
  return new Promise((resolve) => setTimeout(resolve, isSlow ? slowWaitMs : 0))
}

/** Safe because the part is asked for before it is used: not every browser tells it. */
function asTelling(navigator: Navigator): { readonly connection?: Line } {
  return navigator as { readonly connection?: Line }
}

/** Starts the worker; gives how to look for a new version. */
async function startWorker(): Promise<() => Promise<unknown>> {
  const workers = window.navigator.serviceWorker
  const registration = await workers?.register('/sw.js').catch(() => undefined)
  if (registration === undefined) {
    return async () => {
      if (await isUpgraded()) tell()
    }
  }
  const watch = (worker: ServiceWorker | null) => {
    if (worker === null) return
    const seen = () => {
      // The first version of all has nothing to take the place of.
      if (worker.state === 'installed' && workers.controller !== null) tell()
    }
    seen()
    worker.addEventListener('statechange', seen)
  }
  watch(registration.waiting)
  registration.addEventListener('updatefound', () => watch(registration.installing))
  return () => registration.update()
}

/** Opens the new version in this window. What was typed is kept, and stands there again. */
export async function openNewVersion(): Promise<void> {
  const workers = window.navigator.serviceWorker
  const waiting = (await workers?.getRegistration().catch(() => undefined))?.waiting
  if (!waiting) return window.location.reload()
  workers.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  waiting.postMessage('take over')
}
