import { changeKept, readKept } from '../offline/phone-store.ts'
import type { Sealed } from './letter.ts'

/** Whether this browser can seal: only over TLS, or on this very machine. */
export function canSeal(): boolean {
  return typeof crypto !== 'undefined' && crypto.subtle !== undefined && typeof indexedDB !== 'undefined'
}

/** The key of this browser, made once; a script can use it and nobody can read it. */
async function ownKey(): Promise<CryptoKey> {
  const kept = await readKept('keys', 'letters')
  if (kept instanceof CryptoKey) return kept
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Another window may have been quicker: the first key stays.
  const isFirst = await changeKept('keys', 'letters', (value) => (value instanceof CryptoKey ? undefined : made))
  if (isFirst) return made
  const first = await readKept('keys', 'letters')
  if (!(first instanceof CryptoKey)) throw new Error('the key was forgotten while it was made')
  return first
}

/** Seals what a letter says: an identity number does not rest readable on a phone. */
export async function seal(body: object): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(body))
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await ownKey(), plain) }
}

/** Opens it again, as the text of a request. Throws when the key has been forgotten. */
export async function unseal({ iv, bytes }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await ownKey(), bytes))
}
