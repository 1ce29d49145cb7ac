import { formulaSafe } from './cell-text.ts'
import type { SheetToWrite, SheetValue } from './sheet-to-write.ts'

const gatherCharacters = 65_536
/** Tells spreadsheets that the text is UTF-8; without it Chinese ones read GB18030. */
const mark = '\ufeff'
/** The other separators too, so that whoever guesses the separator guesses right. */
const quoted = /[",;\t\r\n]|^\s|\s$/

/** A sheet as csv in UTF-8 with its mark, CRLF between records (RFC 4180). */
export async function* csvLines({ columns, rows, watermark }: SheetToWrite): AsyncGenerator<Buffer> {
  const head = watermark === undefined ? [] : [line([watermark])]
  yield Buffer.from(`${mark}${[...head, line(columns.map(({ title }) => title))].join('')}`)
  let gathered = ''
  for await (const row of rows) {
    gathered += line(row)
    if (gathered.length < gatherCharacters) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  if (gathered !== '') yield Buffer.from(gathered)
}

function line(values: readonly SheetValue[]): string {
  return `${values.map(field).join(',')}\r\n`
}

function field(value: SheetValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formulaSafe(value.toWellFormed())
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
