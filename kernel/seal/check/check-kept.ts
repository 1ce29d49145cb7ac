import type { CryptoSuite } from '../../crypto/suite.ts'
import type { Pool } from '../../database/connect.ts'
import { readNetwork } from '../../verify/invariant.ts'
import { isSealed, sealOf } from '../check-receipt.ts'
import type { KeptSeal } from '../contract.ts'
import { HashMissing, hashesOf, networkTree } from '../kept-tree.ts'
import { isConsistent } from '../proof.ts'
import { lastSeal, sealNumbered } from '../seals.ts'
import { consistencySpans, treeHash } from '../tree.ts'
import { sealBytes } from '../words.ts'
import type { Found } from './finding.ts'

/**
 * Checks what is sealed now against a seal that somebody kept: it must be among the seals there are, and today's tree must
 * begin with it. Nothing that was sealed by then can have been cut off or made anew.
 */
export async function checkKept(pool: Pool, suite: CryptoSuite, kept: KeptSeal, found: Found): Promise<void> {
  const hash = treeHash(suite)
  const row = `kernel.seal (${kept.number})`
  if (!isSealed(suite, kept)) return found('seal_changed', 'the kept seal', 'does not bear the signature of its key')
  const { own, last } = await readNetwork(pool, async (tx) => ({
    own: await sealNumbered(tx, kept.number),
    last: await lastSeal(tx),
  }))
  if (!last || last.seal.number < kept.number || last.seal.size < kept.size)
    return found(
      'tail_cut',
      row,
      `of ${kept.at} was kept with ${kept.size} roots; the last one here is ${last ? `${last.seal.number} with ${last.seal.size}` : 'none'}`,
    )
  if (!own || !sealBytes(own.seal).equals(sealBytes(sealOf(kept))))
    return found('seal_changed', row, `is not the seal that was kept, of ${kept.at}`)
  const proof = await readNetwork(pool, (tx) =>
    hashesOf(networkTree(tx, hash), hash, consistencySpans(kept.size, last.seal.size)),
  ).catch((error: unknown) => {
    if (error instanceof HashMissing) return undefined
    throw error
  })
  const before = { size: kept.size, root: Buffer.from(kept.root, 'hex') }
  if (!proof || !isConsistent(hash, before, last.seal, proof))
    found('root_changed', row, `was kept, and the tree of seal ${last.seal.number} does not begin with it`)
}
