import { randomBytes } from 'node:crypto'
import { secretFile } from './secret-file.ts'
import type { CryptoSuite } from './suite.ts'

/** Bytes of a master key. */
export const MASTER_KEY_BYTES = 32

/**
 * Reads a master key written as base64, with or without white space at its ends.
 *
 * @throws RangeError unless the text is the base64 of exactly 32 bytes; the text is not repeated in the message
 */
export function parseMasterKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== MASTER_KEY_BYTES || key.toString('base64') !== text.trim()) {
    throw new RangeError(`a master key is ${MASTER_KEY_BYTES} bytes in base64`)
  }
  return key
}

/**
 * Reads the master key in a file, and makes a random one there, readable by its owner alone, when there is none.
 *
 * Processes that start at once all get the same key. Whoever loses the file loses every encrypted field.
 *
 * @throws RangeError when the file holds anything but a master key
 */
export async function masterKeyFile(path: string): Promise<Buffer> {
  return parseMasterKey(await secretFile(path, () => `${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`))
}

/**
 * A key of its own for one purpose, so that what one purpose reveals says nothing about another.
 *
 * @see RFC 5869 §2.3 (expand only: a master key is uniformly random already)
 */
export function deriveKey(suite: CryptoSuite, masterKey: Buffer, purpose: string, bytes: number): Buffer {
  const blocks: Buffer[] = []
  let last: Buffer = Buffer.alloc(0)
  for (let have = 0; have < bytes; have += last.length) {
    last = suite.mac(masterKey, Buffer.concat([last, Buffer.from(purpose), Buffer.from([blocks.length + 1])]))
    blocks.push(last)
  }
  return Buffer.concat(blocks).subarray(0, bytes)
}
