import { useSyncExternalStore } from 'react'
import { post, Unreachable } from '../api/client.ts'
import { networkNow } from '../api/clock.ts'
import { queryClient, selfQuery } from '../api/queries.ts'
import { forgetKept, keepThere, readAllKept } from '../offline/phone-store.ts'
import { preferences } from '../settings/preferences.ts'
import { isLetter, type Letter } from './letter.ts'
import { deliverOwn, syncTag } from './own-letters.ts'
import { canSeal, seal } from './seal.ts'

/** An act to be sent now or, without a network, later. */
export type Act = Pick<Letter, 'kind' | 'path' | 'cell' | 'subject' | 'unitName'> & {
  readonly body: object
  /** The idempotency key of this filling of the form. */
  readonly key: string
}

/** What became of it: the server's answer, or that it waits on this phone. */
export type Sent<T> = { readonly kept: false; readonly answer: T } | { readonly kept: true }

/** What nobody sent in a month is forgotten: whoever wrote it does not use this phone any more. */
const keptMs = 30 * 86_400_000

let letters: readonly Letter[] = []
const watchers = new Set<() => void>()

async function look(): Promise<void> {
  const kept = await readAllKept('letters').catch((): unknown[] => [])
  const found = kept.filter(isLetter).sort((a, b) => a.at - b.at)
  const isOld = ({ at }: Letter) => networkNow() - at > keptMs
  for (const letter of found.filter(isOld)) await forgetKept('letters', letter.id).catch(() => undefined)
  letters = found.filter((letter) => !isOld(letter))
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The letters on this phone, oldest first. */
export function useLetters(): readonly Letter[] {
  return useSyncExternalStore(watch, () => letters)
}

/**
 * Sends an act; without a network it is sealed, kept, and sent once there is one again.
 *
 * Throws `Refused`, and `Unreachable` where this browser cannot keep it safely.
 */
export async function sendOrKeep<T>(act: Act): Promise<Sent<T>> {
  try {
    if (!window.navigator.onLine) throw new Unreachable('no network')
    return { kept: false, answer: await post<T>(act.path, act.body, act.key) }
  } catch (fault) {
    if (!(fault instanceof Unreachable) || !canSeal()) throw fault
    const self = await queryClient.ensureQueryData(selfQuery).catch(() => null)
    if (self === null) throw fault
    const { person } = self
    const { kind, path, cell, subject, unitName, key } = act
    const letter: Letter = {
      id: key,
      person,
      kind,
      path,
      cell,
      subject,
      unitName,
      language: preferences().language,
      at: networkNow(),
      state: 'waiting',
      content: await seal(act.body),
      sendingSince: null,
      answeredAt: null,
      refusal: null,
    }
    await keepThere('letters', letter.id, letter)
    await look()
    await askForSync()
    return { kept: true }
  }
}

/** Forgets a letter whose end has been seen. */
export async function dismiss(letter: Letter): Promise<void> {
  await forgetKept('letters', letter.id).catch(() => undefined)
  await look()
}

/** Sends what waits, and shows what came of it. */
export async function deliverNow(): Promise<void> {
  const { answered } = await deliverOwn(networkNow)
  await look()
  if (answered) await queryClient.invalidateQueries({ queryKey: ['me'] })
}

/** A browser that can wakes the service worker when there is a network, even if this window is closed by then. */
async function askForSync(): Promise<void> {
  const registration = await window.navigator.serviceWorker?.getRegistration().catch(() => undefined)
  if (registration !== undefined && 'sync' in registration)
    await asSync(registration.sync)
      .register(syncTag)
      .catch(() => undefined)
}

/** Safe because what browsers call `sync` on a registration has this one act. */
function asSync(sync: unknown): { register(tag: string): Promise<void> } {
  return sync as { register(tag: string): Promise<void> }
}

/** How often a letter that waits is tried while the app is open, in case the browser does not say that the network is back. */
const againMs = 20_000

/** Sends what waits: now, whenever a network or this window comes back, and after the service worker sent something. */
export function keepDelivering(): void {
  const onceVisible = () => {
    if (document.visibilityState === 'visible') void deliverNow()
  }
  window.addEventListener('online', () => void deliverNow())
  document.addEventListener('visibilitychange', onceVisible)
  window.navigator.serviceWorker?.addEventListener('message', (event) => {
    if (event.data === syncTag) void look().then(() => queryClient.invalidateQueries({ queryKey: ['me'] }))
  })
  window.setInterval(() => {
    if (letters.some(({ state }) => state === 'waiting')) onceVisible()
  }, againMs)
  void deliverNow()
}

/** Shows that there are none: nobody is signed in any more. */
export function showNoLetters(): void {
  letters = []
  for (const watcher of watchers) watcher()
}
