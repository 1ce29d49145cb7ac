import { openField, sealField } from '../crypto/field.ts'
import type { Services } from '../services.ts'
import type { ByteSource } from '../sheets/sheet.ts'

const partBytes = 1_048_576

/** Where the file of an import lies. */
export type KeptFile = { readonly cell: number; readonly import: string; readonly sizeBytes: number }

const placeOf = ({ cell, import: id }: KeptFile, part: number) => ({
  cell,
  table: 'kernel.import',
  column: 'file',
  id: `${id}/${part}`,
})

/** Names of its own for each import: letting one go takes nothing from another that had the same content. */
const nameOf = (services: Services, file: KeptFile, part: number) =>
  services.keyring.suite.hash(Buffer.from(`kernel.import ${file.import} ${part}`))

const partsOf = ({ sizeBytes }: KeptFile) => Math.ceil(sizeBytes / partBytes)

/** Keeps the file of an import in the store, sealed in parts of 1 MB, so that reading it holds one part at a time. */
export async function keepImportFile(services: Services, file: KeptFile, bytes: Buffer): Promise<void> {
  const key = await services.keyring.dataKey(file.cell)
  for (let part = 0; part < partsOf(file); part++) {
    const plain = bytes.subarray(part * partBytes, (part + 1) * partBytes)
    await services.files.put(
      nameOf(services, file, part),
      sealField(key, placeOf(file, part), plain.toString('base64')),
    )
  }
}

/** Opens the kept file of an import for whoever reads sheets. Throws when a part is not there any more. */
export async function openImportFile(services: Services, file: KeptFile): Promise<ByteSource> {
  await services.keyring.dataKey(file.cell)
  let held: { readonly part: number; readonly bytes: Buffer } | undefined
  async function partAt(part: number): Promise<Buffer> {
    if (held?.part === part) return held.bytes
    const sealed = await services.files.get(nameOf(services, file, part))
    if (!sealed) throw new Error(`part ${part} of the file of import ${file.import} is not in the store`)
    const text = openField((cell, id) => services.keyring.resolve(cell, id), placeOf(file, part), sealed)
    held = { part, bytes: Buffer.from(text, 'base64') }
    return held.bytes
  }
  return {
    sizeBytes: file.sizeBytes,
    async read(start, end) {
      const pieces: Buffer[] = []
      for (let at = start; at < end; ) {
        const part = Math.floor(at / partBytes)
        const bytes = await partAt(part)
        const piece = bytes.subarray(at - part * partBytes, end - part * partBytes)
        if (piece.length === 0) throw new Error(`the file of import ${file.import} ends at ${at}`)
        pieces.push(piece)
        at += piece.length
      }
      return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
    },
  }
}

/** Lets go of the file of an import. */
export async function letGoOfImportFile(services: Services, file: KeptFile): Promise<void> {
  for (let part = 0; part < partsOf(file); part++) await services.files.remove(nameOf(services, file, part))
}
