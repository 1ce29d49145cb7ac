import { randomBytes } from 'node:crypto'
import type { DataKey } from './field.ts'
import { deriveKey, MASTER_KEY_BYTES } from './master-key.ts'
import type { CryptoSuite, Digester, SuiteName } from './suite.ts'
import { suiteNamed } from './suites.ts'

/** A cell's data key as it is stored: readable under the master key only. */
export type WrappedKey = { cell: number; id: number; suite: SuiteName; wrapped: Buffer }

/** Where wrapped keys are kept; called outside any command's transaction. */
export type WrappedKeyStore = {
  /** All keys of a cell, in any order. */
  load(cell: number): Promise<WrappedKey[]>
  /** Keeps a key unless one with its cell and id is there, and answers the one that is there afterwards. */
  store(key: WrappedKey): Promise<WrappedKey>
}

/** What a digest is of; values of different kinds never share a digest. */
export type DigestKind =
  | 'answer'
  | 'card'
  | 'code'
  | 'credit_code'
  | 'device'
  | 'identity'
  | 'idempotency'
  | 'import'
  | 'login'
  | 'phone'
  | 'session'

/** The keys of one installation: a data key per cell for fields, and keyed digests for look-ups. */
export type Keyring = {
  readonly suite: CryptoSuite
  /** Eight bytes in hex that say which master key and suite this is, for a comparison at start. */
  readonly fingerprint: string

  /**
   * The newest key of a cell, made at first use; concurrent first uses get the same one.
   *
   * @throws SealBroken when the stored key was wrapped under another master key
   */
  dataKey(cell: number): Promise<DataKey>

  /** The newest key of a cell without waiting, once `dataKey` has answered for the cell. */
  cached(cell: number): DataKey | undefined

  /**
   * The key that sealed a field, for `openField`; needs `dataKey` to have answered for the cell.
   *
   * @throws KeyAbsent when no such key is in memory: `reload` the cell once, then it does not exist
   */
  resolve(cell: number, keyId: number): DataKey

  /** Reads a cell's keys again, for a key another process has made meanwhile. */
  reload(cell: number): Promise<DataKey>

  /**
   * The keyed digest a directory or session table is looked up by, 32 bytes.
   *
   * @param text normalised by the caller: two spellings have two digests
   */
  digest(kind: DigestKind, text: string): Buffer
}

/** A data key that is not in memory. */
export class KeyAbsent extends Error {
  override name = 'KeyAbsent'
}

/**
 * Opens the keyring of an installation.
 *
 * `suite` is for new keys and for digests. A stored key keeps the suite it was made with; digests do not, so an
 * installation keeps its suite for life (compare `fingerprint`).
 *
 * @throws RangeError when the master key has not 32 bytes
 */
export function openKeyring(options: { suite: CryptoSuite; masterKey: Buffer; keys: WrappedKeyStore }): Keyring {
  const { suite, masterKey, keys } = options
  if (masterKey.length !== MASTER_KEY_BYTES) throw new RangeError(`a master key has ${MASTER_KEY_BYTES} bytes`)
  const loaded = new Map<number, DataKey[]>()
  const loading = new Map<number, Promise<DataKey>>()
  const digesters = new Map<DigestKind, Digester>()

  async function load(cell: number): Promise<DataKey> {
    const stored = await keys.load(cell)
    const kept = stored.length > 0 ? stored : [await keys.store(freshKey(suite, cell, masterKey))]
    const opened = kept.map((key) => unwrap(key, cell, masterKey)).sort((a, b) => b.id - a.id)
    loaded.set(cell, opened)
    return newest(opened)
  }

  function once(cell: number): Promise<DataKey> {
    const running = loading.get(cell) ?? load(cell).finally(() => loading.delete(cell))
    loading.set(cell, running)
    return running
  }

  return {
    suite,
    fingerprint: deriveKey(suite, masterKey, 'fingerprint', 8).toString('hex'),
    cached: (cell) => loaded.get(cell)?.[0],
    dataKey: async (cell) => loaded.get(cell)?.[0] ?? once(cell),

    async reload(cell) {
      await loading.get(cell)?.catch(() => undefined) // it may have read before the new key was written
      return once(cell)
    },

    resolve(cell, keyId) {
      const key = loaded.get(cell)?.find(({ id }) => id === keyId)
      if (key === undefined) throw new KeyAbsent(`key ${keyId} of cell ${cell} is not loaded`)
      return key
    },

    digest(kind, text) {
      const digester = digesters.get(kind) ?? suite.digester(deriveKey(suite, masterKey, `digest ${kind}`, 32))
      digesters.set(kind, digester)
      return digester(Buffer.from(text))
    },
  }
}

function freshKey(suite: CryptoSuite, cell: number, masterKey: Buffer): WrappedKey {
  const bytes = randomBytes(suite.sealKeyBytes)
  const wrapped = suite.seal(wrappingKey(suite, masterKey), wrappingPlace(cell, 1), bytes)
  return { cell, id: 1, suite: suite.name, wrapped }
}

function unwrap({ cell, id, suite: name, wrapped }: WrappedKey, asked: number, masterKey: Buffer): DataKey {
  if (cell !== asked) throw new Error(`the store answered a key of cell ${cell} for cell ${asked}`)
  const suite = suiteNamed(name)
  const bytes = suite.open(wrappingKey(suite, masterKey), wrappingPlace(cell, id), wrapped)
  return { suite, cell, id, sealer: suite.sealer(bytes) }
}

function wrappingKey(suite: CryptoSuite, masterKey: Buffer): Buffer {
  return deriveKey(suite, masterKey, 'wrap data keys', suite.sealKeyBytes)
}

function wrappingPlace(cell: number, id: number): Buffer {
  return Buffer.from(`data key ${id} of cell ${cell}`)
}

function newest(keys: DataKey[]): DataKey {
  const [first] = keys
  if (first === undefined) throw new Error('a cell was loaded without a key')
  return first
}
