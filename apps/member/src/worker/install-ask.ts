/** The browser's own question whether to install; undefined where it does not ask. */
let asking: (() => Promise<unknown>) | undefined
const watchers = new Set<() => void>()

function tell(next: typeof asking): void {
  asking = next
  for (const watcher of watchers) watcher()
}

/** Keeps the browser's question for the moment somebody wants it. */
export function keepInstallAsk(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    tell(() => {
      tell(undefined)
      return asPrompt(event).prompt()
    })
  })
  window.addEventListener('appinstalled', () => tell(undefined))
}

export function installAsk(): (() => Promise<unknown>) | undefined {
  return asking
}

export function watchInstallAsk(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Whether this window was opened from the home screen. */
export function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches
}

/** Safe because a browser that sends this event gives it this one act. */
function asPrompt(event: Event): { prompt(): Promise<unknown> } {
  return event as unknown as { prompt(): Promise<unknown> }
}
