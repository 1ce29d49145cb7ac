import type { SheetToWrite } from './sheet-to-write.ts'
import { csvLines } from './write-csv.ts'
import { xlsxBytes } from './write-xlsx.ts'

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
