import { Check } from 'typebox/value'
import type { CryptoSuite } from '../crypto/suite.ts'
import { KeptSeal, Receipt } from './contract.ts'
import { keyId } from './keys.ts'
import { rootByInclusion } from './proof.ts'
import { type RowTexts, readLeafBytes } from './rows.ts'
import { treeHash } from './tree.ts'
import { cellRootBytes, type Seal, sealBytes } from './words.ts'

/** What is wrong with a receipt. */
export type ReceiptFault =
  | 'unreadable'
  | 'suite_unknown'
  | 'row_changed'
  | 'cell_proof_wrong'
  | 'network_proof_wrong'
  | 'signature_wrong'
  | 'other_key'

/** What a check found: no fault where the row stood sealed as the receipt says. */
export type ReceiptVerdict = {
  readonly receipt: Receipt | undefined
  /** What is proven to stand in the row, where the receipt has it. */
  readonly texts: RowTexts | undefined
  readonly key: string | undefined
  readonly faults: readonly ReceiptFault[]
}

/**
 * Checks a receipt with nothing but its file: the row's bytes, both ways up, the signature.
 *
 * @param trusted the public key the seal must be by, SubjectPublicKeyInfo DER; without it, the one the receipt names
 */
export function checkReceipt(json: string, suites: readonly CryptoSuite[], trusted?: Buffer): ReceiptVerdict {
  const receipt = readReceipt(json)
  if (!receipt) return { receipt, texts: undefined, key: undefined, faults: ['unreadable'] }
  const suite = suites.find(({ name }) => name === receipt.suite)
  if (!suite) return { receipt, texts: undefined, key: undefined, faults: ['suite_unknown'] }
  const hash = treeHash(suite)
  const faults: ReceiptFault[] = []
  const { row, cell, network, seal } = receipt
  const bytes = row.bytes === null ? undefined : Buffer.from(row.bytes, 'base64')
  const content = bytes && readLeafBytes(bytes)
  const leaf = Buffer.from(row.hash, 'hex')
  const isOfRow =
    content?.log === row.log && content.texts['id'] === row.id && content.texts['cell_id'] === String(row.cell)
  if (bytes && (!isOfRow || !hash.leaf(bytes).equals(leaf))) faults.push('row_changed')

  const hashes = (proof: readonly string[]) => proof.map((part) => Buffer.from(part, 'hex'))
  const root = Buffer.from(cell.root, 'hex')
  if (!rootByInclusion(hash, leaf, cell.number, cell.size, hashes(cell.proof))?.equals(root))
    faults.push('cell_proof_wrong')
  const cellLeaf = hash.leaf(cellRootBytes({ cell: row.cell, size: cell.size, root }))
  const networkRoot = rootByInclusion(hash, cellLeaf, network.number, seal.size, hashes(network.proof))
  if (!networkRoot?.equals(Buffer.from(seal.root, 'hex'))) faults.push('network_proof_wrong')

  const publicKey = Buffer.from(seal.publicKey, 'base64')
  if (trusted && !trusted.equals(publicKey)) faults.push('other_key')
  if (!isSealed(suite, seal)) faults.push('signature_wrong')
  return { receipt, texts: content?.texts, key: keyId(suite, publicKey), faults }
}

/** Says whether a kept seal is signed by the key it carries. */
export function isSealed(suite: CryptoSuite, seal: KeptSeal): boolean {
  const publicKey = Buffer.from(seal.publicKey, 'base64')
  try {
    const signature = Buffer.from(seal.signature, 'base64')
    return keyId(suite, publicKey) === seal.key && suite.verify(publicKey, sealBytes(sealOf(seal)), signature)
  } catch {
    // A key that is none of this suite's signs nothing.
    return false
  }
}

/** A kept seal as it was signed. */
export function sealOf({ number, at, size, root, previous, catchingUp, key }: KeptSeal): Seal {
  return { number, at, size, root: Buffer.from(root, 'hex'), previous: Buffer.from(previous, 'hex'), catchingUp, key }
}

/** The seal in a file, be it a kept one or a receipt; undefined where it is neither. */
export function readKeptSeal(json: string): KeptSeal | undefined {
  const read = parsed(json)
  if (Check(KeptSeal, read)) return read
  return Check(Receipt, read) ? read.seal : undefined
}

function readReceipt(json: string): Receipt | undefined {
  const read = parsed(json)
  return Check(Receipt, read) ? read : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
