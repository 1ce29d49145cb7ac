import type { KeptTree } from '../kept-tree.ts'
import { keptEach } from '../seal-cell.ts'
import type { Frontier, Node } from '../tree.ts'

const comparedAtOnce = 2_000

type Complete = Node & { readonly hash: Buffer }

/** Compares the subtrees that a tree should have with those that are kept, many at once. */
export class KeptNodes {
  #waiting: Complete[] = []
  readonly #tree: KeptTree
  readonly #different: (node: Node, isThere: boolean) => void

  constructor(tree: KeptTree, different: (node: Node, isThere: boolean) => void) {
    this.#tree = tree
    this.#different = different
  }

  /** Appends leaves, and remembers the subtrees they complete. */
  append(frontier: Frontier, leaves: readonly Buffer[]): void {
    for (const leaf of leaves)
      frontier.append(leaf, ({ level, number }, hash) => {
        if (level % keptEach === 0) this.#waiting.push({ level, number, hash })
      })
  }

  /** Compares what waits, once there is enough of it; at the end all of it. */
  async compare(end: boolean): Promise<void> {
    if (this.#waiting.length === 0 || (!end && this.#waiting.length < comparedAtOnce)) return
    const some = this.#waiting
    this.#waiting = []
    const kept = await this.#tree.nodes(
      some.map(({ level }) => level),
      some.map(({ number }) => ({ start: number, end: number + 1 })),
    )
    const found = new Map(kept.map((node) => [`${node.level}/${node.number}`, node.hash]))
    for (const { level, number, hash } of some) {
      const there = found.get(`${level}/${number}`)
      if (!there?.equals(hash)) this.#different({ level, number }, there !== undefined)
    }
  }
}
