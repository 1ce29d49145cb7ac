import { openField, sealField } from '../crypto/field.ts'
import type { Services } from '../services.ts'

/** A part as it is sealed, 1 MB: writing and reading a file hold one at a time. */
export const partBytes = 1_048_576

/** The file one run of an export writes. */
export type WrittenFile = { readonly cell: number; readonly export: string; readonly run: string }

const placeOf = ({ cell, export: id, run }: WrittenFile, part: number) => ({
  cell,
  table: 'kernel.export',
  column: 'file',
  id: `${id}/${run}/${part}`,
})

/** Names of its own for each run: two never write over each other, and letting one go takes nothing from another. */
const nameOf = (services: Services, file: WrittenFile, part: number) =>
  services.keyring.suite.hash(Buffer.from(`kernel.export ${file.export} ${file.run} ${part}`))

/** Keeps one part, sealed. */
export async function keepPart(services: Services, file: WrittenFile, part: number, bytes: Buffer): Promise<void> {
  const key = await services.keyring.dataKey(file.cell)
  await services.files.put(nameOf(services, file, part), sealField(key, placeOf(file, part), bytes.toString('base64')))
}

/** The bytes of a file, part by part. Throws where a part is not there any more. */
export async function* readParts(services: Services, file: WrittenFile, parts: number): AsyncGenerator<Buffer> {
  await services.keyring.dataKey(file.cell)
  for (let part = 0; part < parts; part++) {
    const sealed = await services.files.get(nameOf(services, file, part))
    if (!sealed) throw new Error(`part ${part} of the file of export ${file.export} is not in the store`)
    const text = openField((cell, id) => services.keyring.resolve(cell, id), placeOf(file, part), sealed)
    yield Buffer.from(text, 'base64')
  }
}

/** Lets go of a file, of which at most so many parts were begun. */
export async function letGoOfParts(services: Services, file: WrittenFile, parts: number): Promise<void> {
  for (let part = 0; part < parts; part++) await services.files.remove(nameOf(services, file, part))
}
