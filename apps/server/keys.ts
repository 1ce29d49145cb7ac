import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '@gongqiao/kernel/config.ts'
import { type Keyring, openKeyring } from '@gongqiao/kernel/crypto/keyring.ts'
import { deriveKey, masterKeyFile, parseMasterKey } from '@gongqiao/kernel/crypto/master-key.ts'
import type { CryptoSuite, SigningKey } from '@gongqiao/kernel/crypto/suite.ts'
import { signToken, tokenVerifier } from '@gongqiao/kernel/crypto/token.ts'
import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { beginSealKeys, type SealKeys, sealKeysUnder } from '@gongqiao/kernel/seal/keys.ts'
import type { Tokens } from '@gongqiao/kernel/services.ts'

/** Production was told to use what a demonstration made for itself. */
export class DemonstrationSecret extends Error {}

/** The master key: from the settings, or, in a demonstration, a file that is made once. */
export async function masterKeyOf(config: Config): Promise<Buffer> {
  await mkdir(config.dataFolder, { recursive: true })
  const file = join(config.dataFolder, 'demonstration-master.key')
  return config.masterKey === undefined ? masterKeyFile(file) : parseMasterKey(config.masterKey)
}

/** A keyring whose wrapped keys stand in the database. */
export function keyringOver(pool: Pool, suite: CryptoSuite, masterKey: Buffer): Keyring {
  return openKeyring({
    suite,
    masterKey,
    keys: {
      load: (cell) =>
        inTransaction(
          pool,
          undefined,
          (tx) =>
            tx.many(
              'select cell_id as cell, key_id as id, suite, wrapped from kernel.data_key where cell_id = $1 order by key_id',
              [cell],
            ),
          'read only',
        ),
      store: (key) =>
        inTransaction(pool, undefined, async (tx) => {
          await tx.run(
            'insert into kernel.data_key (cell_id, key_id, suite, wrapped, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
            [key.cell, key.id, key.suite, key.wrapped, new Date()],
          )
          return tx.one(
            'select cell_id as cell, key_id as id, suite, wrapped from kernel.data_key where cell_id = $1 and key_id = $2',
            [key.cell, key.id],
          )
        }),
    },
  })
}

type Fixed = { readonly suite: string; readonly fingerprint: string; readonly mode: Config['mode'] }

/**
 * Holds the installation to the keys and the mode it began with.
 *
 * @throws Error in words when master key or suite are others than those that sealed its data
 * @throws DemonstrationSecret when production would open a demonstration
 */
export async function holdToBeginnings(pool: Pool, keyring: Keyring, config: Config): Promise<void> {
  const now: Fixed = { suite: keyring.suite.name, fingerprint: keyring.fingerprint, mode: config.mode }
  const kept = await installationValue<Fixed>(pool, 'beginnings', () => now)
  if (kept.suite !== now.suite)
    throw new Error(`this data was begun with the suite ${kept.suite}; GONGQIAO_SUITE says ${now.suite}`)
  if (kept.fingerprint !== now.fingerprint)
    throw new Error('this data was sealed with another master key; give that one in GONGQIAO_MASTER_KEY')
  if (kept.mode === 'demonstration' && config.mode === 'production') {
    throw new DemonstrationSecret(
      'this database holds a demonstration with its known passwords; production needs a database of its own',
    )
  }
}

/** The installation's tokens: signed by its own key, which is made once and kept sealed. */
export async function tokensOf(pool: Pool, suite: CryptoSuite, masterKey: Buffer): Promise<Tokens> {
  const sealer = suite.sealer(deriveKey(suite, masterKey, 'seal the signing key', suite.sealKeyBytes))
  const about = Buffer.from('signing key')
  const kept = await installationValue<{ privateKey: string; publicKey: string }>(pool, 'signing_key', () => {
    const fresh = suite.generateSigningKey()
    return {
      privateKey: sealer.seal(about, fresh.privateKey).toString('base64'),
      publicKey: fresh.publicKey.toString('base64'),
    }
  })
  const key: SigningKey = {
    privateKey: sealer.open(about, Buffer.from(kept.privateKey, 'base64')),
    publicKey: Buffer.from(kept.publicKey, 'base64'),
  }
  return {
    sign: (payload) => signToken(suite, key, payload),
    read: tokenVerifier([{ suite, publicKey: key.publicKey }]),
    signer: { suite, publicKey: key.publicKey, sign: (bytes) => suite.sign(key, bytes) },
  }
}

/** What seals of the audit are signed with: keys of their own, the first of them made once. */
export async function sealKeysOf(pool: Pool, suite: CryptoSuite, masterKey: Buffer, now: Date): Promise<SealKeys> {
  const keys = sealKeysUnder(suite, deriveKey(suite, masterKey, 'seal the keys of seals', suite.sealKeyBytes))
  await inTransaction(pool, undefined, (tx) => beginSealKeys(tx, keys, now))
  return keys
}

/** The secret of officers' sign-in, derived: it is the same for every process of the installation. */
export function signInSecret(suite: CryptoSuite, masterKey: Buffer): string {
  return createHash('sha256')
    .update(deriveKey(suite, masterKey, 'officers sign-in', 32))
    .digest('base64url')
}

/** A value of the installation that is made once; whoever came first, all processes get the same. */
async function installationValue<T extends object>(pool: Pool, id: string, make: () => T): Promise<T> {
  return inTransaction(pool, undefined, async (tx) => {
    const found = await tx.maybe<{ value: T }>('select value from kernel.installation where id = $1', [id])
    if (found) return found.value
    await tx.run(
      'insert into kernel.installation (id, value, changed_at) values ($1, $2, $3) on conflict (id) do nothing',
      [id, make(), new Date()],
    )
    return (await tx.one<{ value: T }>('select value from kernel.installation where id = $1', [id])).value
  })
}
