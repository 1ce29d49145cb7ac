import type { Pool } from '../database/connect.ts'
import { inTransaction, type Tx } from '../database/tx.ts'
import { keptSealKeys, type SealKeys } from './keys.ts'
import { type GrownCell, grownCells, markSealed } from './national-scans.ts'
import { atLeisure, keptEach } from './seal-cell.ts'
import { Frontier, type TreeHash, treeHash } from './tree.ts'
import { beforeFirst, cellRootBytes, type Seal, sealBytes, sealHash } from './words.ts'

const ensureNetwork = `insert into kernel.seal_network (id, size, frontier, seal_number, seal_hash, looked_to, cluster)
  values ('network', 0, '', 0, $1, 0, '') on conflict (id) do nothing`
const lockNetwork = `select size, frontier, seal_number, seal_hash from kernel.seal_network where id = 'network' for update`

const keepSeal = `
  with roots as (
    insert into kernel.seal_root (cell_id, size, root, number)
    select root.cell_id, root.size, root.root, root.number
    from unnest($1::int[], $2::bigint[], $3::bytea[], $4::bigint[]) as root (cell_id, size, root, number)
  ), nodes as (
    insert into kernel.seal_root_node (level, number, hash)
    select node.level, node.number, node.hash
    from unnest($5::smallint[], $6::bigint[], $7::bytea[]) as node (level, number, hash)
  ), seal as (
    insert into kernel.seal (number, at, size, root, previous, catching_up, key_id, signature)
    values ($8, $9, $10, $11, $12, $13, $14, $15)
  )
  update kernel.seal_network set size = $10, frontier = $16, seal_number = $8, seal_hash = $17 where id = 'network'`

type Network = {
  readonly size: number
  readonly frontier: Buffer
  readonly seal_number: number
  readonly seal_hash: Buffer
}

/**
 * Seals what is new: the roots of the cells that have grown become leaves of the tree of the network, and its root is
 * chained to the seal before and signed. Whoever holds the network's row seals.
 *
 * @param catchingUp what is sealed may be older than the seal
 * @returns the seal, or undefined where nothing has grown
 */
export async function sealNetwork(
  pool: Pool,
  keys: SealKeys,
  now: Date,
  catchingUp: boolean,
): Promise<Seal | undefined> {
  const hash = treeHash(keys.suite)
  return inTransaction(pool, undefined, async (tx, line) => {
    tx.runWithNext(ensureNetwork, [beforeFirst])
    const network = await tx.one<Network>(lockNetwork)
    const cells = await grownCells(tx)
    if (cells.length === 0) return undefined
    const { frontier, roots, nodes } = grown(hash, network, cells)
    const kept = await keptSealKeys(tx)
    const key = kept?.keys.find(({ id }) => id === kept.current)
    if (!key) throw new Error('there is no key to sign with')
    const seal: Seal = {
      number: network.seal_number + 1,
      at: now.toISOString(),
      size: frontier.size,
      root: frontier.root(),
      previous: network.seal_hash,
      catchingUp,
      key: key.id,
    }
    const signature = keys.sign(key, sealBytes(seal))
    await markSealed(tx, cells)
    await line.sendLast(keepSeal, [
      cells.map(({ cell }) => cell),
      cells.map(({ size }) => size),
      roots,
      cells.map((_cell, index) => network.size + index),
      nodes.map(({ level }) => level),
      nodes.map(({ number }) => number),
      nodes.map((node) => node.hash),
      seal.number,
      now,
      seal.size,
      seal.root,
      seal.previous,
      seal.catchingUp,
      seal.key,
      signature,
      frontier.bytes(),
      sealHash(keys.suite, seal, signature),
    ])
    return seal
  })
}

function grown(hash: TreeHash, network: Network, cells: readonly GrownCell[]) {
  const frontier = Frontier.read(hash, network.size, network.frontier)
  const nodes: { level: number; number: number; hash: Buffer }[] = []
  const roots = cells.map(({ cell, size, frontier: edge }) => {
    const root = Frontier.read(hash, size, edge).root()
    frontier.append(hash.leaf(cellRootBytes({ cell, size, root })), ({ level, number }, of) => {
      if (level % keptEach === 0) nodes.push({ level, number, hash: of })
    })
    return root
  })
  return { frontier, roots, nodes }
}

/** Remembers up to where every committed row has its leaf; never goes back but where the numbers belong to another server. */
export async function rememberLooked(tx: Tx, settled: number, cluster: string): Promise<void> {
  tx.runWithNext(atLeisure)
  tx.runWithNext(ensureNetwork, [beforeFirst])
  await tx.run(
    `update kernel.seal_network set cluster = $2,
       looked_to = case when cluster = $2 then greatest(looked_to, $1) else $1 end where id = 'network'`,
    [settled, cluster],
  )
}
