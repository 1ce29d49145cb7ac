import type { Pool } from '../../database/connect.ts'
import { readCell } from '../../jobs/read-cell.ts'
import { cellTree, frontierAt, HashMissing } from '../kept-tree.ts'
import { Frontier, type TreeHash } from '../tree.ts'
import { instantOf } from '../words.ts'
import { type CheckedLeaf, type CheckedRoot, leavesOf, rootsOf, rowsWithoutLeaf } from './cell-rows.ts'
import { type Found, lateMs } from './finding.ts'
import { judge } from './judge.ts'
import { KeptNodes } from './nodes.ts'

type State = { readonly size: number; readonly frontier: Buffer }

/** What a cell is checked with. */
export type CellCheck = {
  readonly pool: Pool
  readonly hash: TreeHash
  readonly now: Date
  readonly signal: AbortSignal
  /** Seals whose root does not follow from the roots of cells that are kept. */
  readonly brokenSeals: ReadonlySet<number>
  readonly found: Found
}

/**
 * Checks one cell: each row against its leaf, the leaves against the roots that were sealed, kept subtrees and edge against
 * the leaves, and that no row of the logs is without a leaf. Reads a page at a time.
 *
 * @returns how many leaves were checked
 */
export async function checkCell(cell: number, check: CellCheck): Promise<number> {
  const { pool, hash, now, signal, found } = check
  const tree: Parameters<typeof frontierAt>[0] = {
    leaves: (spans) => readCell(pool, cell, (tx) => cellTree(tx, cell).leaves(spans)),
    nodes: (levels, spans) => readCell(pool, cell, (tx) => cellTree(tx, cell).nodes(levels, spans)),
  }
  const nodes = new KeptNodes(tree, ({ level, number }, isThere) =>
    found(
      'node_changed',
      `kernel.seal_node (${cell}, ${level}, ${number})`,
      isThere ? 'is not the hash of its leaves' : 'is missing',
    ),
  )
  let edge: Frontier | undefined = new Frontier(hash)
  let [size, count] = [0, 0]
  let waiting: CheckedLeaf | undefined
  let leaves = leavesOf(pool, hash, cell, 0)

  async function nextLeaf(): Promise<CheckedLeaf | undefined> {
    const next = await leaves.next()
    if (!next.done) return next.value
    // More may have been sealed since the last page was read.
    leaves = leavesOf(pool, hash, cell, size)
    return (await leaves.next()).value ?? undefined
  }

  /** The leaves up to a size; those that are missing as one. */
  async function upTo(end: number): Promise<CheckedLeaf[]> {
    const some: CheckedLeaf[] = []
    while (size < end) {
      waiting ??= await nextLeaf()
      if (!waiting || waiting.number > size) {
        const last = Math.min(waiting?.number ?? end, end) - 1
        some.push({ number: size, last, log: 'audit', id: '', kept: undefined, now: undefined, at: Number.NaN })
        size = last + 1
      } else {
        some.push(waiting)
        waiting = undefined
        size++
        count++
      }
    }
    return some
  }

  for await (const root of rootsOf(pool, cell)) {
    signal.throwIfAborted()
    const some = await upTo(root.size)
    edge = await checkSealed(some, root, edge)
    await nodes.compare(false)
  }
  // Read last: whatever was sealed by now stands in it.
  const state = await readCell(pool, cell, (tx) =>
    tx.maybe<State>('select size, frontier from kernel.seal_cell where cell_id = $1', [cell]),
  )
  const rest = await upTo(state?.size ?? size)
  checkRows(
    rest,
    rest.map(({ kept }) => kept),
    undefined,
  )
  await nodes.compare(true)
  if (edge) {
    for (const { kept } of rest) if (kept) edge.append(kept)
    if (edge.size > 0 && !(state?.size === edge.size && state.frontier.equals(edge.bytes())))
      found('state_changed', `kernel.seal_cell (${cell})`, `is not the edge of the ${edge.size} leaves there are`)
  }
  for await (const { log, id, at } of rowsWithoutLeaf(pool, cell, new Date(now.getTime() - lateMs)))
    found('row_added', `kernel.${log} (${cell}, ${id})`, `is dated ${at.toISOString()} and was never sealed`)
  return count

  async function checkSealed(
    some: readonly CheckedLeaf[],
    root: CheckedRoot,
    before: Frontier | undefined,
  ): Promise<Frontier | undefined> {
    const judged = before ? judge(before, some, root.root) : ({ kind: 'none' } as const)
    for (const leaf of some)
      if (!leaf.kept)
        found(
          'leaf_missing',
          `kernel.seal_leaf (${cell}, ${numbers(leaf.number, leaf.last)})`,
          `is missing; ${bySeal(root)}`,
        )
    if (before && judged.kind !== 'none') {
      nodes.append(before, judged.hashes)
      checkRows(some, judged.hashes, root, judged.kind === 'swapped')
      if (judged.kind === 'swapped') {
        const [one, other] = judged.numbers
        found(
          'leaves_reordered',
          `kernel.seal_leaf (${cell}, ${one}), (${cell}, ${other})`,
          `have changed places; ${bySeal(root)}`,
        )
      }
      return before
    }
    checkRows(
      some,
      some.map(({ kept }) => kept),
      root,
    )
    const isRoot = root.seal !== null && check.brokenSeals.has(root.seal)
    if (before && isRoot) {
      found(
        'root_changed',
        `kernel.seal_root (${cell}, ${root.size})`,
        `is not the root of its leaves; ${bySeal(root)}`,
      )
      for (const { kept } of some) if (kept) before.append(kept)
      return before.size === root.size ? before : undefined
    }
    // The kept subtrees may still lead there: from here on leaves are checked again.
    const again = await frontierAt(tree, hash, root.size).catch((error: unknown) => {
      if (error instanceof HashMissing) return undefined
      throw error
    })
    if (before && !some.some(({ kept }) => kept === undefined))
      found(
        'leaves_replaced',
        `kernel.seal_leaf (${cell}, ${numbers(some[0]?.number ?? root.size, root.size - 1)})`,
        `are not those that were sealed; ${bySeal(root)}`,
      )
    return again?.root().equals(root.root) ? again : undefined
  }

  /** Tells of rows and leaves that are not what was sealed, and of rows that came long after their date. */
  function checkRows(
    some: readonly CheckedLeaf[],
    sealed: readonly (Buffer | undefined)[],
    root: CheckedRoot | undefined,
    swapped = false,
  ): void {
    const words = root ? bySeal(root) : 'not yet sealed'
    for (const [index, { number, log, id, kept, now: is, at }] of some.entries()) {
      const truth = sealed[index]
      const row = `kernel.${log} (${cell}, ${id})`
      if (!kept || !truth) continue
      if (!kept.equals(truth) && !swapped)
        found(
          'leaf_changed',
          `kernel.seal_leaf (${cell}, ${number})`,
          `of ${row} is not the one that was sealed; ${words}`,
        )
      if (!is) found('row_removed', row, `is gone, leaf ${number}; ${words}`)
      else if (kept.equals(truth) && !is.equals(truth))
        found('row_changed', row, `is not what was sealed, leaf ${number}; ${words}`)
      const before = root && !root.catchingUp && root.before !== null ? Date.parse(instantOf(root.before)) : Number.NaN
      if (before - at > lateMs)
        found('row_added', row, `is dated ${new Date(at).toISOString()} and came only later, leaf ${number}; ${words}`)
    }
  }
}

const numbers = (first: number, last: number) => (first === last ? String(first) : `${first} to ${last}`)

function bySeal({ seal, at }: CheckedRoot): string {
  return seal === null ? 'no seal covers it' : `seal ${seal} of ${instantOf(at)}`
}
