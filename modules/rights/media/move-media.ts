import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** Where a file's bytes stand sealed. */
export const fileIn = (cell: number, hash: Buffer) => ({
  cell,
  table: 'kernel.file',
  column: 'content',
  id: hash.toString('hex'),
})

/**
 * Seals a file anew under the key of another cell. It stands under another hash there, so that what is left behind and what
 * has arrived are two files, and either may be let go of.
 *
 * @returns the hash it stands under now
 */
export async function moveMediaFile(services: Services, hash: Buffer, from: number, to: number): Promise<Buffer> {
  const { keyring, files } = services
  const sealed = await files.get(hash)
  if (!sealed) throw new Error('a file of an ask is in the store')
  await keyring.dataKey(from)
  const plain = openField((at, key) => keyring.resolve(at, key), fileIn(from, hash), sealed)
  const moved = keyring.suite.hash(Buffer.concat([hash, Buffer.from(String(to))]))
  await files.put(moved, sealField(await keyring.dataKey(to), fileIn(to, moved), plain))
  return moved
}
