import type { Tx } from '../database/tx.ts'
import { cellsOfTable } from '../national-scans.ts'
import { hasNoLeaf, type SealedLog } from './rows.ts'

/*
 * The statements of the seal over more than one cell, each with its reason. Everything else names its cell.
 */

/** Where rows are still to be looked for. */
export type Window = {
  /** Every committed row written before this transaction has its leaf. */
  readonly from: number
  readonly to: number
  /** Every row written before this transaction can be seen by now. */
  readonly settled: number
  readonly cluster: string
  /** Numbers of transactions that were kept mean nothing here: there is no seal yet, or the database came from elsewhere. */
  readonly catchingUp: boolean
}

type Mark = {
  readonly looked_to: number | null
  readonly known_cluster: string | null
  readonly cluster: string
  readonly settled: number
  readonly next: number
}

const mark = `select n.looked_to, n.cluster as known_cluster, c.system_identifier::text as cluster,
    (pg_snapshot_xmin(s.now)::text)::bigint as settled, (pg_snapshot_xmax(s.now)::text)::bigint as next
  from (select pg_current_snapshot() as now) s cross join pg_control_system() c
  left join kernel.seal_network n on n.id = 'network'`

/** How far back rows without a leaf may stand: as far as the oldest transaction that ran when they were last looked for. */
export async function openWindow(tx: Tx): Promise<Window> {
  const { looked_to: lookedTo, known_cluster: known, cluster, settled, next } = await tx.one<Mark>(mark)
  const here = lookedTo !== null && known === cluster && lookedTo <= next
  return here
    ? { from: lookedTo, to: next, settled, cluster, catchingUp: false }
    : { from: 0, to: Number.MAX_SAFE_INTEGER, settled, cluster, catchingUp: true }
}

/** A row that has no leaf. */
export type Unsealed = { readonly cell: number; readonly log: SealedLog; readonly id: string }

const unsealedIn = (log: SealedLog) => `select r.cell_id as cell, '${log}' as log, r.id, r.at from kernel.${log} r
  where r.written_in >= $1 and r.written_in < $2
    and ${hasNoLeaf(log, 'r.cell_id', 'r.id')}`
const unsealed = `${unsealedIn('audit')} union all ${unsealedIn('access')}`

/**
 * Opens the rows of the window that have no leaf, for `nextUnsealed`: of the whole network, since a look into each cell
 * would be thousands of statements a second. An index by transaction leads to the window.
 */
export function openUnsealed(tx: Tx, { from, to }: Window): void {
  tx.runWithNext('set local enable_seqscan = off')
  tx.runWithNext(`declare unsealed no scroll cursor for select cell, log, id from (${unsealed}) u`, [from, to])
}

/** The next of them, at most so many. */
export async function nextUnsealed(tx: Tx, atMost: number): Promise<Unsealed[]> {
  return tx.many<Unsealed>(`fetch ${Math.trunc(atMost)} from unsealed`)
}

/** When the oldest row was written that no seal covers; null when every one is sealed. */
export async function oldestUnsealed(tx: Tx): Promise<Date | null> {
  const { from, to } = await openWindow(tx)
  const waiting = await tx.one<{ at: Date | null }>(`select min(at) as at from (${unsealed}) u`, [from, to])
  const grown = await tx.one<{ at: Date | null }>(
    `select min(coalesce(a.at, o.at)) as at from kernel.seal_cell c
     join kernel.seal_leaf l on l.cell_id = c.cell_id and l.number >= c.sealed_size
     left join kernel.audit a on l.log = 'audit' and a.cell_id = l.cell_id and a.id = l.row_id
     left join kernel.access o on l.log = 'access' and o.cell_id = l.cell_id and o.id = l.row_id
     where c.sealed_size < c.size`,
  )
  const times = [waiting.at, grown.at].filter((at) => at !== null).sort((one, other) => one.getTime() - other.getTime())
  return times[0] ?? null
}

/** A cell whose tree has grown since the network was sealed. */
export type GrownCell = { readonly cell: number; readonly size: number; readonly frontier: Buffer }

/** The cells that have grown since the last seal, held until the transaction ends: one small row a cell. */
export async function grownCells(tx: Tx): Promise<GrownCell[]> {
  return tx.many<GrownCell>(
    `select cell_id as cell, size, frontier from kernel.seal_cell where size > sealed_size order by cell_id for update`,
  )
}

/** A cell as it was sealed last, with the root that was sealed then. */
export type SealedEdge = GrownCell & { readonly root: Buffer | null }

/** The cells that have not grown since the last seal, each with its root: one small row a cell. */
export async function edgesAtLastSeal(tx: Tx): Promise<SealedEdge[]> {
  return tx.many<SealedEdge>(
    `select c.cell_id as cell, c.size, c.frontier, r.root from kernel.seal_cell c
     left join kernel.seal_root r on r.cell_id = c.cell_id and r.size = c.sealed_size
     where c.size = c.sealed_size and c.size > 0 order by c.cell_id`,
  )
}

/** Remembers that the root of each of these cells stands in the tree of the network: one statement for all of them. */
export async function markSealed(tx: Tx, cells: readonly GrownCell[]): Promise<void> {
  await tx.run(
    `update kernel.seal_cell c set sealed_size = g.size from unnest($1::int[], $2::bigint[]) as g (cell_id, size)
     where c.cell_id = g.cell_id`,
    [cells.map(({ cell }) => cell), cells.map(({ size }) => size)],
  )
}

/** The cells that have a tree or should have one, in order: whoever checks goes from one to the next. */
export async function cellsWithTrees(tx: Tx, lowest: number, highest: number): Promise<number[]> {
  const cells = new Set<number>()
  for (const table of ['kernel.seal_cell', 'kernel.seal_leaf', 'kernel.seal_root', 'kernel.audit', 'kernel.access'])
    for (const { cell } of await tx.many<{ cell: number }>(cellsOfTable(table))) cells.add(cell)
  return [...cells].filter((cell) => cell >= lowest && cell <= highest).sort((one, other) => one - other)
}

/** A leaf of the tree of the network. */
export type RootRow = { readonly number: number; readonly cell: number; readonly size: number; readonly root: Buffer }

/** Leaves of the tree of the network from a number on, in order: it is one tree over all cells. */
export async function networkLeaves(tx: Tx, from: number, to: number): Promise<RootRow[]> {
  return tx.many<RootRow>(
    `select number, cell_id as cell, size, root from kernel.seal_root where number >= $1 and number < $2
     order by number, cell_id, size limit $3`,
    [from, to, to - from + 1],
  )
}

/** Leaves of the tree of the network in several spans, for proofs. */
export async function networkLeavesIn(tx: Tx, starts: readonly number[], ends: readonly number[]): Promise<RootRow[]> {
  return tx.many<RootRow>(
    `select r.number, r.cell_id as cell, r.size, r.root from unnest($1::bigint[], $2::bigint[]) as s (lo, hi)
     cross join lateral (select k.number, k.cell_id, k.size, k.root from kernel.seal_root k
       where k.number >= s.lo and k.number < s.hi order by k.number limit 16) r`,
    [starts, ends],
  )
}
