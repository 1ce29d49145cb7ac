import type { CryptoSuite, Verifier } from '../../crypto/suite.ts'
import { keyId, type SealKey, vouchedOver } from '../keys.ts'
import type { KeptSealRow } from '../seals.ts'
import { sealBytes } from '../words.ts'

/** Verifies signatures of seals by the keys an installation says are its own, as far as they can be trusted. */
export type SealSignatures = {
  readonly holds: (row: KeptSealRow) => boolean
  /** Ids of keys that are neither the one that is trusted nor vouched for by it. */
  readonly untrusted: readonly string[]
}

/**
 * Prepares the keys.
 *
 * @param trusted a public key known from elsewhere; without it the first key of the installation is trusted
 */
export function sealSignatures(suite: CryptoSuite, keys: readonly SealKey[], trusted?: Buffer): SealSignatures {
  const known = new Map<string, Verifier>()
  const untrusted: string[] = []
  const opened = (publicKey: Buffer): Verifier | undefined => {
    try {
      return suite.verifier(publicKey)
    } catch {
      return undefined
    }
  }
  for (const [index, { id, publicKey: text, vouchedBy }] of keys.entries()) {
    const publicKey = Buffer.from(text, 'base64')
    const isFirst = trusted ? trusted.equals(publicKey) : index === 0
    const isVouched =
      vouchedBy !== null &&
      known.get(vouchedBy.key)?.(vouchedOver(publicKey), Buffer.from(vouchedBy.signature, 'base64')) === true
    const verifier = keyId(suite, publicKey) === id && (isFirst || isVouched) ? opened(publicKey) : undefined
    if (verifier) known.set(id, verifier)
    else untrusted.push(id)
  }
  return {
    untrusted,
    holds: ({ seal, signature }) => known.get(seal.key)?.(sealBytes(seal), signature) === true,
  }
}
