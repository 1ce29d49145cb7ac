import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
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
  try {
    return parseMasterKey(await readFile(path, 'utf8'))
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  await createMasterKeyFile(path)
  return parseMasterKey(await readFile(path, 'utf8'))
}

async function createMasterKeyFile(path: string): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  const text = `${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`
  await writeFile(fresh, text, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(fresh, path) // fails when another process was first, where a rename would replace its key
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(fresh)
  }
  if (process.platform === 'win32') return // has no way to flush a folder
  const folder = await open(dirname(path))
  try {
    await folder.sync() // nothing may be encrypted under a key that a power cut takes away
  } finally {
    await folder.close()
  }
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

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
