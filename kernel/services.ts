import type { Keyring } from './crypto/keyring.ts'
import type { TokenAnswer } from './crypto/token.ts'
import type { Pool } from './database/connect.ts'
import type { Deadlines } from './matter/deadlines.ts'
import type { PackSigner } from './packs/pack.ts'
import type { SealKeys } from './seal/keys.ts'
import type { Language } from './shared/texts.ts'

/** Asks whether a name and a number belong together; the default does not know. */
export type VerifyIdentity = (
  kind: string,
  number: string,
  name: string,
) => Promise<'not_verified' | 'matches' | 'differs'>

/** Content-addressed files: sealed bytes under their hash. */
export type FileStore = {
  put(hash: Buffer, sealed: Buffer): Promise<void>
  get(hash: Buffer): Promise<Buffer | undefined>
  /** Lets go of it; nothing happens where it is not there. */
  remove(hash: Buffer): Promise<void>
}

/** Signs and reads the installation's tokens (joining codes and links), and signs what leaves it by the same key. */
export type Tokens = {
  sign(payload: Uint8Array): string
  read(text: string): TokenAnswer
  readonly signer: PackSigner
}

/** What commands and queries work with, made once at start and passed down. */
export type Services = {
  /** Connections of the request role. */
  readonly pool: Pool
  readonly now: () => Date
  readonly keyring: Keyring
  readonly tokens: Tokens
  readonly sealKeys: SealKeys
  readonly deadlines: Deadlines
  readonly verifyIdentity: VerifyIdentity
  readonly files: FileStore
  /** Says a text of any module in a language; a variable that is itself a text's key is said too. */
  readonly say: (language: Language, key: string, variables?: { readonly [name: string]: string | number }) => string
  /** Where a person opens this installation, for links in codes. */
  readonly publicUrl: string
  readonly demonstration: boolean
  /** The displayed name of the installation. */
  readonly brand: string
  /** Says that facts wait to be numbered; never more than a wake-up. */
  readonly wake: () => void
  /** Told of every mistake of ours that a person did not see the inside of. */
  readonly logMistake: (error: unknown, about: { readonly [name: string]: unknown }) => void
}
