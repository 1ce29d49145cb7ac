import { openField, sealField } from '../crypto/field.ts'
import type { Services } from '../services.ts'

/** A kept file: which cell's key it is sealed under, and the hash of its content. */
export type KeptContent = { readonly cell: number; readonly hash: Buffer }

const placeOf = ({ cell, hash }: KeptContent) => ({
  cell,
  table: 'kernel.file',
  column: 'content',
  id: hash.toString('hex'),
})

/** A name of the cell's own: the same content kept in two cells is sealed under two keys. */
const nameOf = (services: Services, { cell, hash }: KeptContent) =>
  services.keyring.suite.hash(Buffer.from(`kernel.file ${cell} ${hash.toString('hex')}`))

/** Keeps content sealed in the store. */
export async function keepContent(services: Services, kept: KeptContent, bytes: Buffer): Promise<void> {
  const key = await services.keyring.dataKey(kept.cell)
  await services.files.put(nameOf(services, kept), sealField(key, placeOf(kept), bytes.toString('base64')))
}

/** Opens kept content, or undefined where it is not in the store. */
export async function openContent(services: Services, kept: KeptContent): Promise<Buffer | undefined> {
  await services.keyring.dataKey(kept.cell)
  const sealed = await services.files.get(nameOf(services, kept))
  if (!sealed) return undefined
  const text = openField((cell, id) => services.keyring.resolve(cell, id), placeOf(kept), sealed)
  return Buffer.from(text, 'base64')
}
