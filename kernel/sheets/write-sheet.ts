import { csvLines } from './write-csv.ts'
import { xlsxBytes } from './write-xlsx.ts'

/** One column of a sheet that is written. */
export type SheetColumn = {
  readonly title: string
  /** A `number` and a `day` are written as such, so that a spreadsheet can add and sort them; 'text' by default. */
  readonly kind?: 'text' | 'number' | 'day'
  /** In characters of the ordinary font; 14 by default. */
  readonly width?: number
}

/** What stands in a cell that is written; a day is `YYYY-MM-DD`. */
export type SheetValue = string | number | null

/** A sheet to be written. */
export type SheetToWrite = {
  /** Name of the sheet; what a workbook forbids in it is left out. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** The rows as they come, each with a value for each column. */
  readonly rows: AsyncIterable<readonly SheetValue[]>
  /** Who took this out, when and for what 水印: the first row, the head of every printed page, and the file's properties. */
  readonly watermark?: string
  /** For the file's properties: who made it, what it is, and when. */
  readonly made?: { readonly by: string; readonly title: string; readonly at: Date }
  /** Ends the writing with the reason it was aborted for. */
  readonly signal?: AbortSignal
}

/**
 * Writes a sheet as bytes, piece by piece and no faster than they are taken. The first piece comes before the first row is
 * asked for. Every text that a spreadsheet would compute is made safe; rows beyond what a sheet of a workbook holds go on
 * in a next one.
 *
 * @throws the signal's reason when aborted
 */
export function writeSheet(format: 'xlsx' | 'csv', sheet: SheetToWrite): AsyncGenerator<Buffer> {
  const guarded = { ...sheet, rows: unlessAborted(sheet.rows, sheet.signal) }
  return format === 'xlsx' ? xlsxBytes(guarded) : csvLines(guarded)
}

async function* unlessAborted<T>(rows: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  signal?.throwIfAborted()
  for await (const row of rows) {
    signal?.throwIfAborted()
    yield row
  }
}
