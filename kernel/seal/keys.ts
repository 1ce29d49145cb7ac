import type { CryptoSuite } from '../crypto/suite.ts'
import type { Tx } from '../database/tx.ts'

/** A key that signs seals, as it is kept: its private half sealed. Bytes in base64. */
export type KeptSealKey = {
  readonly id: string
  readonly publicKey: string
  readonly privateKey: string
  readonly from: string
  /** The key before it vouches for it. */
  readonly vouchedBy: { readonly key: string; readonly signature: string } | null
}

/** All keys that ever signed seals, and which signs now. */
export type KeptSealKeys = { readonly current: string; readonly keys: readonly KeptSealKey[] }

/** The public half of a key that signs seals. */
export type SealKey = Pick<KeptSealKey, 'id' | 'publicKey' | 'vouchedBy'>

/** What seals are made with. */
export type SealKeys = {
  readonly suite: CryptoSuite
  /** Keys the next one begins with: a fresh key signs from now on, and the one before it vouches for it. */
  readonly renewed: (kept: KeptSealKeys | undefined, now: Date) => KeptSealKeys
  readonly sign: (kept: KeptSealKey, bytes: Uint8Array) => Buffer
}

const row = 'seal_keys'
const about = Buffer.from('key that signs seals')

/** Keys of an installation; their private halves are readable under `sealKey` only. */
export function sealKeysUnder(suite: CryptoSuite, sealKey: Buffer): SealKeys {
  const sealer = suite.sealer(sealKey)
  const opened = new Map<string, Buffer>()

  function sign(kept: KeptSealKey, bytes: Uint8Array): Buffer {
    const privateKey = opened.get(kept.id) ?? sealer.open(about, Buffer.from(kept.privateKey, 'base64'))
    opened.set(kept.id, privateKey)
    return suite.sign({ privateKey, publicKey: Buffer.from(kept.publicKey, 'base64') }, bytes)
  }

  return {
    suite,
    sign,
    renewed(kept, now) {
      const fresh = suite.generateSigningKey()
      const before = kept?.keys.find(({ id }) => id === kept.current)
      const key: KeptSealKey = {
        id: keyId(suite, fresh.publicKey),
        publicKey: fresh.publicKey.toString('base64'),
        privateKey: sealer.seal(about, fresh.privateKey).toString('base64'),
        from: now.toISOString(),
        vouchedBy: before
          ? { key: before.id, signature: sign(before, vouchedOver(fresh.publicKey)).toString('base64') }
          : null,
      }
      return { current: key.id, keys: [...(kept?.keys ?? []), key] }
    },
  }
}

/** What a key signs to vouch for the next. */
export function vouchedOver(publicKey: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('gongqiao seal key\0'), publicKey])
}

/** Names a key by the first sixteen digits of its hash. */
export function keyId(suite: CryptoSuite, publicKey: Uint8Array): string {
  return suite.hash(publicKey).toString('hex').slice(0, 16)
}

/** The keys an installation keeps; undefined before the first start that makes one. */
export async function keptSealKeys(tx: Tx): Promise<KeptSealKeys | undefined> {
  const kept = await tx.maybe<{ value: KeptSealKeys }>('select value from kernel.installation where id = $1', [row])
  return kept?.value
}

/** Makes the first key where there is none; of several processes that start at once one's stays. */
export async function beginSealKeys(tx: Tx, keys: SealKeys, now: Date): Promise<void> {
  if (await keptSealKeys(tx)) return
  await tx.run(
    'insert into kernel.installation (id, value, changed_at) values ($1, $2, $3) on conflict (id) do nothing',
    [row, keys.renewed(undefined, now), now],
  )
}

/** Puts a fresh key in the place of the one that signs; seals keep naming the key that signed them. */
export async function renewSealKey(tx: Tx, keys: SealKeys, now: Date): Promise<string> {
  const kept = await tx.one<{ value: KeptSealKeys }>('select value from kernel.installation where id = $1 for update', [
    row,
  ])
  const renewed = keys.renewed(kept.value, now)
  await tx.run('update kernel.installation set value = $2, changed_at = $3 where id = $1', [row, renewed, now])
  return renewed.current
}
