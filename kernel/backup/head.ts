import type { FileHandle } from 'node:fs/promises'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { deriveKey } from '../crypto/master-key.ts'
import { suiteNamed } from '../crypto/suites.ts'
import { BackupBroken, type Chunks } from './chunks.ts'

const LONGEST_HEAD = 4096

/** What the first line of a backup says of it. */
export type Head = Static<typeof Head>
const Head = Type.Object(
  {
    format: Type.Literal('gongqiao backup'),
    version: Type.Literal(1),
    /** Of the product that made it. */
    product: Type.String(),
    /** Major version of the database: another one cannot read it. */
    postgres: Type.String({ pattern: '^[0-9]+$' }),
    at: Type.String({ description: 'when it was begun' }),
    /** About how many bytes are in it, before they are made smaller; for progress. */
    bytes: Type.Integer({ minimum: 0 }),
    suite: Type.Enum(['sm', 'intl']),
    sealed: Type.Boolean(),
    /** Of the master key that its fields and, where sealed, its chunks need. */
    fingerprint: Type.String(),
    salt: Type.String({ description: 'hex; makes the key of every backup another' }),
  },
  { additionalProperties: false },
)
const head = Compile(Head)

/** The head as it is written: one line. */
export const headBytes = (given: Head): Buffer => Buffer.from(`${JSON.stringify(given)}\n`)

/** How the chunks behind a head are kept. */
export function chunksOf(given: Head, bytes: Buffer, masterKey: Buffer): Chunks {
  const suite = suiteNamed(given.suite)
  const key = given.sealed ? deriveKey(suite, masterKey, `backup ${given.salt}`, suite.sealKeyBytes) : undefined
  return { suite, head: bytes, key }
}

/**
 * Reads the head of a backup.
 *
 * @throws BackupBroken when the file does not begin with one that this version knows
 */
export async function readHead(file: FileHandle): Promise<{ head: Head; bytes: Buffer }> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0)
  const end = buffer.subarray(0, bytesRead).indexOf(0x0a)
  const bytes = buffer.subarray(0, end + 1)
  const given = end < 0 ? undefined : parsed(bytes)
  if (!head.Check(given)) throw new BackupBroken('this is no backup, or one of a version that is not known here')
  return { head: given, bytes }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
