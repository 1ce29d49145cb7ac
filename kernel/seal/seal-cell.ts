import type { Pool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'
import { leafBytes, type SealedLog, unsealedRows } from './rows.ts'
import { Frontier, type TreeHash } from './tree.ts'

/** Subtrees are kept of each so many levels: those between are hashed from at most sixteen. */
export const keptEach = 4

/**
 * Leaves need not reach the disk by themselves: the seal that covers them does, and what is written before it with it. What
 * a crash takes before that is sealed again.
 */
export const atLeisure = 'set local synchronous_commit = off'

const ensureCell = `insert into kernel.seal_cell (cell_id, size, frontier, sealed_size) values ($1, 0, '', 0)
  on conflict (cell_id) do nothing`
const lockCell = 'select size, frontier from kernel.seal_cell where cell_id = $1 for update'

const keepLeaves = `
  with leaves as (
    insert into kernel.seal_leaf (cell_id, number, log, row_id, hash)
    select $1::int, leaf.number, leaf.log, leaf.row_id, leaf.hash
    from unnest($2::bigint[], $3::text[], $4::uuid[], $5::bytea[]) as leaf (number, log, row_id, hash)
  ), nodes as (
    insert into kernel.seal_node (cell_id, level, number, hash)
    select $1::int, node.level, node.number, node.hash
    from unnest($6::smallint[], $7::bigint[], $8::bytea[]) as node (level, number, hash)
  )
  update kernel.seal_cell set size = $9, frontier = $10 where cell_id = $1`

/**
 * Gives rows of one cell their leaves: whoever holds the cell's row numbers. What has a leaf already gets no second one, so
 * that doing it again does no harm.
 *
 * @param ids committed rows by log; a few thousand at most
 * @returns how many leaves there are more
 */
export async function sealCell(
  pool: Pool,
  hash: TreeHash,
  cell: number,
  ids: { readonly [L in SealedLog]: readonly string[] },
): Promise<number> {
  return inTransaction(pool, undefined, async (tx, line) => {
    tx.runWithNext(atLeisure)
    tx.runWithNext(ensureCell, [cell])
    const { size, frontier: edge } = await tx.one<{ size: number; frontier: Buffer }>(lockCell, [cell])
    // Its own statement: only what is read after the row is held sees the leaves of whoever held it before.
    const rows = await unsealedRows(tx, cell, ids)
    if (rows.length === 0) return 0
    const frontier = Frontier.read(hash, size, edge)
    const nodes: { level: number; number: number; hash: Buffer }[] = []
    const leaves = rows.map(({ log, texts }) => {
      const leaf = hash.leaf(leafBytes(log, texts))
      frontier.append(leaf, ({ level, number }, of) => {
        if (level % keptEach === 0) nodes.push({ level, number, hash: of })
      })
      return leaf
    })
    await line.sendLast(keepLeaves, [
      cell,
      rows.map((_row, index) => size + index),
      rows.map(({ log }) => log),
      rows.map(({ id }) => id),
      leaves,
      nodes.map(({ level }) => level),
      nodes.map(({ number }) => number),
      nodes.map((node) => node.hash),
      frontier.size,
      frontier.bytes(),
    ])
    return rows.length
  })
}
