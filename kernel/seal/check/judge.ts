import type { Frontier } from '../tree.ts'
import type { CheckedLeaf } from './cell-rows.ts'

/** What of some leaves leads to a root. */
export type Judgement =
  /** The true hash of each leaf: what differs from it was changed, be it leaf or row. */
  | { readonly kind: 'leaves'; readonly hashes: readonly Buffer[] }
  | { readonly kind: 'swapped'; readonly hashes: readonly Buffer[]; readonly numbers: readonly [number, number] }
  | { readonly kind: 'none' }

/** So many doubtful leaves are tried in every way; more, all one way or all the other. */
const triedEach = 6
/** Among so many leaves two that have changed places are looked for. */
const swappedAmong = 64

/**
 * Finds what of the leaves that are kept and of the rows as they stand leads from an edge to a root: a leaf and its row
 * that differ cannot both be what was sealed.
 */
export function judge(edge: Frontier, leaves: readonly CheckedLeaf[], root: Buffer): Judgement {
  const leads = (hashes: readonly (Buffer | undefined)[]): hashes is readonly Buffer[] => {
    if (hashes.includes(undefined)) return false
    const tree = edge.copy()
    for (const hash of hashes) if (hash) tree.append(hash)
    return tree.root().equals(root)
  }
  const kept = leaves.map((leaf) => leaf.kept)
  if (leads(kept)) return { kind: 'leaves', hashes: kept }

  const doubtful = leaves.flatMap(({ kept: of, now }, index) => (now && !of?.equals(now) ? [index] : []))
  const each = doubtful.length <= triedEach ? 2 ** doubtful.length : 2
  for (let ways = 1; ways < each; ways++) {
    const byRow = new Set(
      each === 2 ? doubtful : doubtful.filter((_index, bit) => Math.floor(ways / 2 ** bit) % 2 === 1),
    )
    const hashes = leaves.map((leaf, index) => (byRow.has(index) ? leaf.now : leaf.kept))
    if (leads(hashes)) return { kind: 'leaves', hashes }
  }

  for (let one = 0; leaves.length <= swappedAmong && one < leaves.length; one++) {
    for (let other = one + 1; other < leaves.length; other++) {
      const hashes = kept.with(one, kept[other]).with(other, kept[one])
      const [first, second] = [leaves[one], leaves[other]]
      if (first && second && leads(hashes)) return { kind: 'swapped', hashes, numbers: [first.number, second.number] }
    }
  }
  return { kind: 'none' }
}
