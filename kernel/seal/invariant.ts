import { suites } from '../crypto/suites.ts'
import { type Breach, type Invariant, readNetwork } from '../verify/invariant.ts'
import { lateMs } from './check/finding.ts'
import { sealSignatures } from './check/signatures.ts'
import { keptSealKeys, keyId } from './keys.ts'
import { edgesAtLastSeal, oldestUnsealed } from './national-scans.ts'
import { lastSeal, sealsAfter } from './seals.ts'
import { Frontier, treeHash } from './tree.ts'
import { beforeFirst, sealHash } from './words.ts'

/** So many seals back the chain is looked at; `gongqiao verify audit` looks at all of it. */
const looked = 1_000

/**
 * The seal goes on: the last seals are chained and signed, what cells go on from was sealed, and no row waits that could
 * have been sealed. Whether rows still stand as they were sealed is asked by `gongqiao verify audit`, which reads them all.
 */
export const sealInvariant: Invariant = {
  name: 'kernel.seal_goes_on',
  words: 'audit and access log are sealed, and seals are chained and signed',
  async check({ pool, step, found }) {
    const { keys, last, some, edges, oldest } = await readNetwork(pool, async (tx) => {
      const newest = await lastSeal(tx)
      return {
        keys: (await keptSealKeys(tx))?.keys ?? [],
        last: newest,
        some: newest ? await sealsAfter(tx, Math.max(0, newest.seal.number - looked), looked) : [],
        edges: await edgesAtLastSeal(tx),
        oldest: await oldestUnsealed(tx),
      }
    })
    if (!last) return found({ checked: 0, breaches: [] })
    const suite = suites.find((one) => keys.some((key) => keyId(one, Buffer.from(key.publicKey, 'base64')) === key.id))
    const breaches: Breach[] = []
    const row = ({ number }: { readonly number: number }) => `kernel.seal (${number})`
    if (!suite || !sealSignatures(suite, keys).holds(last))
      breaches.push({ row: row(last.seal), words: `does not bear the signature of its key ${last.seal.key}` })
    let before: Buffer | undefined = some[0]?.seal.number === 1 ? beforeFirst : undefined
    for (const { seal, signature } of suite ? some : []) {
      if (suite && before && !seal.previous.equals(before))
        breaches.push({ row: row(seal), words: 'is not chained to the seal before it' })
      before = suite && sealHash(suite, seal, signature)
    }
    for (const { cell, size, frontier, root } of suite ? edges : [])
      if (suite && !root?.equals(rootOf(suite, size, frontier)))
        breaches.push({
          row: `kernel.seal_cell (${cell})`,
          words: `is not the edge that was sealed with ${size} leaves`,
        })
    if (oldest && oldest.getTime() < Date.parse(last.seal.at) - lateMs)
      breaches.push({ row: row(last.seal), words: `leaves out what was written at ${oldest.toISOString()}` })
    found({ checked: some.length + edges.length, breaches })
    step(1, 1)
  },
}

function rootOf(suite: (typeof suites)[number], size: number, frontier: Buffer): Buffer {
  try {
    return Frontier.read(treeHash(suite), size, frontier).root()
  } catch {
    // As many hashes as no edge of that size has lead to no root.
    return Buffer.alloc(0)
  }
}
