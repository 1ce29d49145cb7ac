import { Refusal } from '../refusal.ts'
import { openSource, pieces } from './byte-source.ts'
import { limitsOf, megabytes } from './limits.ts'
import { openCsv } from './read-csv.ts'
import { openXlsx } from './read-xlsx.ts'
import type { ByteSource, Sheet, SheetLimits, SheetSource } from './sheet.ts'

const headBytes = 4_096
/** An Office file from before 2007, which also is the wrapping of one with a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const zip = Buffer.from('PK\x03\x04', 'latin1')
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')
/** What begins like this is text, and no table: pages that call themselves a workbook, documents. */
const otherText = /^\s*(?:<[!?a-z]|%PDF-|\{\\rtf)/i

/**
 * Opens a sheet 表格 that came from anybody, xlsx or csv, by what it holds and not by its name; memory stays flat
 * however long it is. Nothing in it is ever computed or run.
 *
 * Refuses, each with its cure: `sheet.macro`, `sheet.old_binary`, `sheet.binary`, `sheet.encrypted`, `sheet.bomb`,
 * `sheet.too_large`, `sheet.too_many_rows`, `sheet.too_many_columns`, `sheet.cell_too_long`, `sheet.not_a_sheet`,
 * `sheet.empty`, `sheet.encoding`, `sheet.open_quote`, `sheet.broken`. Some show only while the rows are read.
 *
 * @param options.sheet name of the sheet to read; else the first that holds anything, hidden ones last
 */
export async function openSheet(
  from: SheetSource,
  options: { readonly sheet?: string; readonly limits?: SheetLimits } = {},
): Promise<Sheet> {
  const limits = limitsOf(options.limits)
  const source = await openSource(from)
  try {
    const sheet = await opened(source)
    return {
      ...sheet,
      async close() {
        await sheet.close()
        await source.close()
      },
    }
  } catch (error) {
    await source.close()
    throw error
  }

  async function opened(bytes: ByteSource): Promise<Sheet> {
    if (bytes.sizeBytes === 0) throw new Refusal('sheet.empty')
    if (bytes.sizeBytes > limits.fileBytes) {
      throw new Refusal('sheet.too_large', { variables: { limit: megabytes(limits.fileBytes) } })
    }
    const head = await bytes.read(0, Math.min(headBytes, bytes.sizeBytes))
    if (head.subarray(0, 8).equals(compound)) throw new Refusal(await refusalOfCompound(bytes))
    if (head.subarray(0, 4).equals(zip)) return openXlsx(bytes, options.sheet, limits)
    const marked = head[0] === 0xff && head[1] === 0xfe
    if (!marked && (head.includes(0) || otherText.test(head.toString('latin1').replace('\xef\xbb\xbf', '')))) {
      throw new Refusal('sheet.not_a_sheet')
    }
    return { ...(await openCsv(bytes, limits)), close: async () => undefined }
  }
}

async function refusalOfCompound(bytes: ByteSource): Promise<string> {
  let tail = Buffer.alloc(0)
  for await (const piece of pieces(bytes)) {
    const both = Buffer.concat([tail, piece])
    if (both.includes(encryptedPackage)) return 'sheet.encrypted'
    tail = both.subarray(-encryptedPackage.length)
  }
  return 'sheet.old_binary'
}
