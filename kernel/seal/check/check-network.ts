import type { CryptoSuite } from '../../crypto/suite.ts'
import type { Pool } from '../../database/connect.ts'
import { readNetwork } from '../../verify/invariant.ts'
import { frontierAt, HashMissing, type KeptTree, networkTree } from '../kept-tree.ts'
import { networkLeaves } from '../national-scans.ts'
import { type KeptSealRow, sealsAfter } from '../seals.ts'
import { Frontier, type TreeHash, treeHash } from '../tree.ts'
import { beforeFirst, cellRootBytes, sealHash } from '../words.ts'
import type { Found } from './finding.ts'
import { KeptNodes } from './nodes.ts'
import type { SealSignatures } from './signatures.ts'

/** What the network is checked with. */
export type NetworkCheck = {
  readonly pool: Pool
  readonly suite: CryptoSuite
  readonly signatures: SealSignatures
  readonly signal: AbortSignal
  readonly step: (seals: number) => void
  readonly found: Found
}

const sealPage = 500
const leafPage = 5_000

/**
 * Checks the seals: their chain, their signatures, and that each root follows from the roots of cells. A signature that was
 * changed breaks the chain, so that those are verified where a key begins or ends, at the last seal, and where something
 * is wrong.
 *
 * @returns how many seals there are, and which have another root than the roots of cells lead to
 */
export async function checkNetwork({ pool, suite, signatures, signal, step, found }: NetworkCheck) {
  const hash = treeHash(suite)
  const tree: KeptTree = {
    leaves: (spans) => readNetwork(pool, (tx) => networkTree(tx, hash).leaves(spans)),
    nodes: (levels, spans) => readNetwork(pool, (tx) => networkTree(tx, hash).nodes(levels, spans)),
  }
  const nodes = new KeptNodes(tree, ({ level, number }, isThere) =>
    found(
      'node_changed',
      `kernel.seal_root_node (${level}, ${number})`,
      isThere ? 'is not the hash of its leaves' : 'is missing',
    ),
  )
  const brokenSeals = new Set<number>()
  const changedSeals = new Set<number>()
  let edge: Frontier | undefined = new Frontier(hash)
  let last: KeptSealRow | undefined
  let covered = 0

  for (let more = true; more; ) {
    signal.throwIfAborted()
    const after = last?.seal.number ?? 0
    const page = await readNetwork(pool, (tx) => sealsAfter(tx, after, sealPage))
    more = page.length === sealPage
    for (const row of page) {
      checkChain(row, last)
      edge = await checkRoot(row, edge)
      covered = Math.max(covered, row.seal.size)
      last = row
    }
    await nodes.compare(false)
    step(last?.seal.number ?? 0)
  }
  await nodes.compare(true)
  if (last && !signatures.holds(last)) changed(last)
  return { last, brokenSeals }

  function changed({ seal }: KeptSealRow): void {
    if (changedSeals.has(seal.number)) return
    changedSeals.add(seal.number)
    found(
      'seal_changed',
      `kernel.seal (${seal.number})`,
      `of ${seal.at} does not bear the signature of its key ${seal.key}`,
    )
  }

  /** A seal follows the one before it, and where that is not so, the signatures tell which of the two was changed. */
  function checkChain(row: KeptSealRow, before: KeptSealRow | undefined): void {
    const { seal } = row
    const expected = (before?.seal.number ?? 0) + 1
    if (seal.number !== expected) {
      found(
        'seal_missing',
        `kernel.seal (${expected}${seal.number - 1 > expected ? ` to ${seal.number - 1}` : ''})`,
        'is missing',
      )
      return
    }
    const isChained = seal.previous.equals(before ? sealHash(suite, before.seal, before.signature) : beforeFirst)
    const keyBegins = before?.seal.key !== seal.key
    if (isChained && !keyBegins) return
    const beforeHolds = !before || signatures.holds(before)
    const holds = signatures.holds(row)
    if (before && !beforeHolds) changed(before)
    if (!holds) changed(row)
    if (!isChained && beforeHolds && holds)
      found(
        'seal_changed',
        `kernel.seal (${seal.number})`,
        `is not chained to seal ${expected - 1}: one of them was made anew`,
      )
  }

  async function checkRoot({ seal }: KeptSealRow, before: Frontier | undefined): Promise<Frontier | undefined> {
    if (before) {
      const next = before.copy()
      const leaves = await leavesBetween(hash, before.size, seal.size)
      nodesOf(leaves, next)
      if (leaves.length === seal.size - before.size && next.root().equals(seal.root)) {
        nodes.append(before, leaves)
        return before
      }
      brokenSeals.add(seal.number)
      found(
        'root_changed',
        `kernel.seal_root (numbers ${before.size} to ${seal.size - 1})`,
        `do not lead to the root of seal ${seal.number} of ${seal.at}`,
      )
    }
    // The kept subtrees may still lead there: from here on roots are checked again.
    const grown = await frontierAt(tree, hash, seal.size).catch((error: unknown) => {
      if (error instanceof HashMissing) return undefined
      throw error
    })
    return grown?.root().equals(seal.root) ? grown : undefined
  }

  async function leavesBetween(of: TreeHash, from: number, to: number): Promise<Buffer[]> {
    const leaves: Buffer[] = []
    for (let start = from; start < to; start += leafPage) {
      const end = Math.min(start + leafPage, to)
      const rows = await readNetwork(pool, (tx) => networkLeaves(tx, start, end))
      for (const root of rows) if (root.number === from + leaves.length) leaves.push(of.leaf(cellRootBytes(root)))
    }
    return leaves
  }
}

function nodesOf(leaves: readonly Buffer[], frontier: Frontier): void {
  for (const leaf of leaves) frontier.append(leaf)
}
