import { textCell } from './cell-text.ts'
import { type CsvEncoding, encodingOf, textOf } from './csv-encoding.ts'
import { recordReader, separatorOf } from './csv-records.ts'
import { type Limits, rowGuard } from './limits.ts'
import type { ByteSource, Sheet, SheetRow } from './sheet.ts'

const headCharacters = 65_536

/** Opens a text file of separated fields. Refuses as `openSheet` does. */
export async function openCsv(source: ByteSource, limits: Limits): Promise<Omit<Sheet, 'close'>> {
  const encoding = await encodingOf(source)
  const head = await headOf(source, encoding)
  const separator = separatorOf(head)
  const declared = /^sep=[,;\t]\r?\n/i.exec(head)?.[0].length ?? 0
  return {
    format: 'csv',
    name: '',
    names: [],
    csv: { encoding, separator },
    async *rows() {
      const reader = recordReader(separator, rowGuard(limits))
      let row = 0
      let skip = declared
      const asRows = function* (records: readonly (readonly string[])[]): Generator<SheetRow> {
        for (const record of records) {
          row += 1
          if (record.some((field) => field !== '')) yield { row, cells: record.map(textCell), hidden: false }
        }
      }
      for await (const text of textOf(source, encoding)) {
        yield* asRows(reader.feed(skip > 0 ? text.slice(skip) : text))
        skip = Math.max(0, skip - text.length)
      }
      yield* asRows(reader.end())
    },
  }
}

async function headOf(source: ByteSource, encoding: CsvEncoding): Promise<string> {
  let head = ''
  for await (const text of textOf(source, encoding)) {
    head += text
    if (head.length >= headCharacters) break
  }
  return head.slice(0, headCharacters)
}
