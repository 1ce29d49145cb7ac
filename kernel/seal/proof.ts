import type { TreeHash } from './tree.ts'

/**
 * The root that an inclusion proof leads to.
 *
 * @param leaf hash of the leaf
 * @param proof from the leaf up
 * @returns undefined where the proof is not one of that leaf in a tree of that size
 * @see RFC 9162 §2.1.3.2
 */
export function rootByInclusion(
  hash: TreeHash,
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
): Buffer | undefined {
  if (!isCount(index) || !isCount(size) || index >= size) return undefined
  let [at, last, root] = [index, size - 1, leaf]
  for (const part of proof) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      root = hash.node(part, root)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, half(last)]
    } else {
      root = hash.node(root, part)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? root : undefined
}

/**
 * Says whether a tree of `size` leaves with `root` begins with the tree of `first` leaves with `firstRoot`.
 *
 * @see RFC 9162 §2.1.4.2
 */
export function isConsistent(
  hash: TreeHash,
  before: { readonly size: number; readonly root: Buffer },
  after: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isCount(before.size) || !isCount(after.size) || before.size < 1 || before.size > after.size) return false
  if (before.size === after.size) return proof.length === 0 && before.root.equals(after.root)
  let [at, last] = [before.size - 1, after.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const [start, ...rest] = at === 0 ? [before.root, ...proof] : proof
  if (!start) return false
  let [one, other] = [start, start]
  for (const part of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      one = hash.node(part, one)
      other = hash.node(part, other)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, half(last)]
    } else {
      other = hash.node(other, part)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && one.equals(before.root) && other.equals(after.root)
}

const half = (number: number) => Math.floor(number / 2)

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
