import type { Tx } from '../database/tx.ts'
import { networkLeavesIn } from './national-scans.ts'
import { keptEach } from './seal-cell.ts'
import { Frontier, joined, type Node, perfectNodes, type Span, type TreeHash } from './tree.ts'
import { cellRootBytes } from './words.ts'

/** A hash of a tree as it is kept. */
export type KeptHash = Node & { readonly hash: Buffer }

/** A tree as it is kept: its leaves, and its subtrees of each fourth level. */
export type KeptTree = {
  readonly leaves: (spans: readonly Span[]) => Promise<readonly KeptHash[]>
  readonly nodes: (levels: readonly number[], spans: readonly Span[]) => Promise<readonly KeptHash[]>
}

/** A hash that a tree should have is not there. */
export class HashMissing extends Error {
  override name = 'HashMissing'
}

// No span is wider; and a bound keeps the planner from reading the whole tree for a few of its hashes.
const atOnce = 2 ** keptEach

const starts = (spans: readonly Span[]) => spans.map(({ start }) => start)
const ends = (spans: readonly Span[]) => spans.map(({ end }) => end)

/** The tree of a cell. */
export function cellTree(tx: Tx, cell: number): KeptTree {
  return {
    leaves: (spans) =>
      tx.many<KeptHash>(
        `select 0 as level, l.number, l.hash from unnest($2::bigint[], $3::bigint[]) as s (lo, hi)
         cross join lateral (select k.number, k.hash from kernel.seal_leaf k
           where k.cell_id = $1 and k.number >= s.lo and k.number < s.hi order by k.number limit ${atOnce}) l`,
        [cell, starts(spans), ends(spans)],
      ),
    nodes: (levels, spans) =>
      tx.many<KeptHash>(
        `select n.level, n.number, n.hash from unnest($2::smallint[], $3::bigint[], $4::bigint[]) as s (level, lo, hi)
         cross join lateral (select k.level, k.number, k.hash from kernel.seal_node k
           where k.cell_id = $1 and k.level = s.level and k.number >= s.lo and k.number < s.hi
           order by k.number limit ${atOnce}) n`,
        [cell, levels, starts(spans), ends(spans)],
      ),
  }
}

/** The tree of the network. */
export function networkTree(tx: Tx, hash: TreeHash): KeptTree {
  return {
    leaves: async (spans) =>
      (await networkLeavesIn(tx, starts(spans), ends(spans))).map((root) => ({
        level: 0,
        number: root.number,
        hash: hash.leaf(cellRootBytes(root)),
      })),
    nodes: (levels, spans) =>
      tx.many<KeptHash>(
        `select n.level, n.number, n.hash from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as s (level, lo, hi)
         cross join lateral (select k.level, k.number, k.hash from kernel.seal_root_node k
           where k.level = s.level and k.number >= s.lo and k.number < s.hi order by k.number limit ${atOnce}) n`,
        [levels, starts(spans), ends(spans)],
      ),
  }
}

const named = ({ level, number }: Node) => `${level}/${number}`

/**
 * The hashes of spans of a tree, in order: at most two statements, and a few rows for each level of the tree.
 *
 * @throws HashMissing
 */
export async function hashesOf(tree: KeptTree, hash: TreeHash, spans: readonly Span[]): Promise<Buffer[]> {
  const wanted = spans.map(perfectNodes)
  const bases = [...new Map(wanted.flat().map((node) => [named(node), baseOf(node)])).values()]
  const ofLeaves = bases.filter(({ level }) => level === 0)
  const ofNodes = bases.filter(({ level }) => level > 0)
  const leaves = ofLeaves.length === 0 ? [] : await tree.leaves(ofLeaves.map(({ span }) => span))
  const nodes =
    ofNodes.length === 0
      ? []
      : await tree.nodes(
          ofNodes.map(({ level }) => level),
          ofNodes.map(({ span }) => span),
        )
  const kept = new Map([...leaves, ...nodes].map((one) => [named(one), one.hash]))

  const hashOf = ({ level, number }: Node): Buffer => {
    if (level % keptEach !== 0)
      return hash.node(
        hashOf({ level: level - 1, number: 2 * number }),
        hashOf({ level: level - 1, number: 2 * number + 1 }),
      )
    const found = kept.get(named({ level, number }))
    if (!found) throw new HashMissing(`the subtree ${number} of level ${level} is missing`)
    return found
  }
  return wanted.map((some) => joined(hash, some.map(hashOf)))
}

/** The kept hashes that one of any level is made of. */
function baseOf({ level, number }: Node): { readonly level: number; readonly span: Span } {
  const above = level % keptEach
  return { level: level - above, span: { start: number * 2 ** above, end: (number + 1) * 2 ** above } }
}

/** The edge that the tree had at a size. @throws HashMissing */
export async function frontierAt(tree: KeptTree, hash: TreeHash, size: number): Promise<Frontier> {
  const spans = perfectNodes({ start: 0, end: size }).map(({ level, number }) => ({
    start: number * 2 ** level,
    end: (number + 1) * 2 ** level,
  }))
  return new Frontier(hash, size, await hashesOf(tree, hash, spans))
}
