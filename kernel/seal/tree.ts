import type { CryptoSuite } from '../crypto/suite.ts'

/** Hashing of a tree: a leaf and an inner node never share a hash. */
export type TreeHash = {
  readonly bytes: number
  readonly leaf: (content: Uint8Array) => Buffer
  readonly node: (left: Uint8Array, right: Uint8Array) => Buffer
  readonly empty: () => Buffer
}

/** A perfect subtree: the `2^level` leaves from `number * 2^level` on. */
export type Node = { readonly level: number; readonly number: number }

/** Leaves from `start` to before `end`. */
export type Span = { readonly start: number; readonly end: number }

const leafMark = Buffer.from([0])
const nodeMark = Buffer.from([1])

/** The hashing of RFC 6962 §2.1 with a suite's hash. */
export function treeHash(suite: Pick<CryptoSuite, 'hash'>): TreeHash {
  return {
    bytes: 32,
    leaf: (content) => suite.hash(Buffer.concat([leafMark, content])),
    node: (left, right) => suite.hash(Buffer.concat([nodeMark, left, right])),
    empty: () => suite.hash(Buffer.alloc(0)),
  }
}

/**
 * The edge of a growing tree: the perfect subtrees it is made of, largest first, one for each bit of its size. To append
 * and to give the root nothing else of the tree is needed.
 */
export class Frontier {
  #size = 0
  readonly #hashes: Buffer[] = []
  readonly #hash: TreeHash

  constructor(hash: TreeHash, size = 0, hashes: readonly Buffer[] = []) {
    if (hashes.length !== ones(size)) throw new RangeError(`an edge of ${size} leaves has ${ones(size)} hashes`)
    this.#hash = hash
    this.#size = size
    this.#hashes.push(...hashes)
  }

  /**
   * Reads what `bytes` gave.
   *
   * @throws RangeError when it is not the edge of a tree of that size
   */
  static read(hash: TreeHash, size: number, bytes: Buffer): Frontier {
    const hashes: Buffer[] = []
    for (let at = 0; at < bytes.length; at += hash.bytes) hashes.push(Buffer.from(bytes.subarray(at, at + hash.bytes)))
    return new Frontier(hash, size, hashes)
  }

  get size(): number {
    return this.#size
  }

  copy(): Frontier {
    return new Frontier(this.#hash, this.#size, this.#hashes)
  }

  bytes(): Buffer {
    return Buffer.concat(this.#hashes)
  }

  /** Appends a leaf, and tells of each perfect subtree above it that is now complete. */
  append(leaf: Buffer, complete?: (node: Node, hash: Buffer) => void): void {
    let [number, hash] = [this.#size, leaf]
    for (let level = 1; number % 2 === 1; level++) {
      number = (number - 1) / 2
      hash = this.#hash.node(this.#hashes.pop() ?? hash, hash)
      complete?.({ level, number }, hash)
    }
    this.#hashes.push(hash)
    this.#size++
  }

  root(): Buffer {
    return joined(this.#hash, this.#hashes)
  }
}

/** Hashes of neighbouring subtrees, largest first, as one. */
export function joined(hash: TreeHash, hashes: readonly Buffer[]): Buffer {
  let root = hashes.at(-1)
  for (let at = hashes.length - 2; at >= 0; at--) {
    const left = hashes[at]
    if (root && left) root = hash.node(left, root)
  }
  return root ?? hash.empty()
}

/** The perfect subtrees that a span as proofs have them is made of, largest first. */
export function perfectNodes({ start, end }: Span): Node[] {
  const nodes: Node[] = []
  for (let at = start; at < end; ) {
    let level = 0
    while (at + 2 ** (level + 1) <= end && at % 2 ** (level + 1) === 0) level++
    nodes.push({ level, number: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** What proves that leaf `index` stands in the tree of the first `size` leaves, from the leaf up. @see RFC 6962 §2.1.1 */
export function inclusionSpans(index: number, size: number): Span[] {
  if (index < 0 || index >= size) throw new RangeError(`a tree of ${size} has no leaf ${index}`)
  return path({ start: 0, end: size })

  function path({ start, end }: Span): Span[] {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...path({ start, end: middle }), { start: middle, end }]
      : [...path({ start: middle, end }), { start, end: middle }]
  }
}

/** What proves that the tree of the first `first` leaves is the beginning of that of `size`. @see RFC 6962 §2.1.2 */
export function consistencySpans(first: number, size: number): Span[] {
  if (first < 1 || first > size) throw new RangeError(`a tree of ${size} does not begin with one of ${first}`)
  return path({ start: 0, end: size }, true)

  function path({ start, end }: Span, whole: boolean): Span[] {
    if (end === first) return whole ? [] : [{ start, end }]
    const middle = start + splitOf(end - start)
    return first <= middle
      ? [...path({ start, end: middle }, whole), { start: middle, end }]
      : [...path({ start: middle, end }, false), { start, end: middle }]
  }
}

/** The largest power of two below a number above one. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

function ones(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}
