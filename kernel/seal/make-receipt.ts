import type { Tx } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import type { Receipt } from './contract.ts'
import { cellTree, hashesOf, networkTree } from './kept-tree.ts'
import { keptSealKeys, type SealKeys } from './keys.ts'
import type { SealedLog } from './rows.ts'
import { lastSeal, sealCovering } from './seals.ts'
import { inclusionSpans, treeHash } from './tree.ts'
import { instantOf } from './words.ts'

/** The row a receipt is asked for. */
export type ReceiptRow = {
  readonly cell: number
  readonly log: SealedLog
  readonly id: string
  /** As the row says it, in UTC. */
  readonly at: string
  readonly act: string
  readonly by: string | null
  /** What its leaf is the hash of, where the asker may have all of it. */
  readonly bytes: Buffer | null
}

const findLeaf = `select number, hash from kernel.seal_leaf where cell_id = $1 and row_id = $2 and log = $3`
const findRoot = `select size, root, number from kernel.seal_root where cell_id = $1 and size > $2 order by size limit 1`

/**
 * Makes the receipt 回执 of a row: its leaf, the way up to the root of its cell, from there to the root of the network, and
 * the seal.
 *
 * @throws Refusal `seal.not_yet` where no seal covers it: that takes about a second
 */
export async function makeReceipt(tx: Tx, { suite }: SealKeys, row: ReceiptRow): Promise<Receipt> {
  const hash = treeHash(suite)
  const leaf = await tx.maybe<{ number: number; hash: Buffer }>(findLeaf, [row.cell, row.id, row.log])
  const root =
    leaf && (await tx.maybe<{ size: number; root: Buffer; number: number }>(findRoot, [row.cell, leaf.number]))
  const covering = root && (await sealCovering(tx, root.number))
  if (!leaf || !root || !covering) throw new Refusal('seal.not_yet')
  const { seal, signature } = covering
  const inCell = await hashesOf(cellTree(tx, row.cell), hash, inclusionSpans(leaf.number, root.size))
  const inNetwork = await hashesOf(networkTree(tx, hash), hash, inclusionSpans(root.number, seal.size))
  const hex = (some: readonly Buffer[]) => some.map((one) => one.toString('hex'))
  return {
    format: 'gongqiao.seal-receipt/1',
    suite: suite.name,
    row: {
      log: row.log,
      cell: row.cell,
      id: row.id,
      hash: leaf.hash.toString('hex'),
      bytes: row.bytes?.toString('base64') ?? null,
    },
    says: { at: instantOf(row.at), act: row.act, by: row.by },
    cell: { number: leaf.number, size: root.size, root: root.root.toString('hex'), proof: hex(inCell) },
    network: { number: root.number, proof: hex(inNetwork) },
    seal: await keptSeal(tx, { seal, signature }),
  }
}

/** The newest seal, to be kept outside; undefined before the first. */
export async function newestSeal(tx: Tx): Promise<Receipt['seal'] | undefined> {
  const last = await lastSeal(tx)
  return last && keptSeal(tx, last)
}

async function keptSeal(
  tx: Tx,
  { seal, signature }: NonNullable<Awaited<ReturnType<typeof lastSeal>>>,
): Promise<Receipt['seal']> {
  const keys = await keptSealKeys(tx)
  const key = keys?.keys.find(({ id }) => id === seal.key)
  return {
    ...seal,
    root: seal.root.toString('hex'),
    previous: seal.previous.toString('hex'),
    signature: signature.toString('base64'),
    publicKey: key?.publicKey ?? '',
  }
}
