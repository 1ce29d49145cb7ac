import { formulaSafe, serialOfDay } from './cell-text.ts'
import { columnLetters } from './column.ts'
import type { SheetColumn, SheetToWrite, SheetValue } from './sheet-to-write.ts'
import { contentTypes, coreProperties, relations, sheetName, styleOf, styles, workbook } from './xlsx-parts.ts'
import { cellXml, xmlText } from './xml-text.ts'
import { type ZipPart, zipped } from './zip-writer.ts'

/** Rows a sheet of a workbook can hold. */
const rowsOfSheet = 1_048_576
const ordinaryWidth = 14
/** Longest text at the head of a printed page, with the letters that say where it stands. */
const pageHeadCharacters = 250

/** A sheet as a workbook of one or, beyond 1,048,576 rows, several sheets. */
export function xlsxBytes(sheet: SheetToWrite): AsyncGenerator<Buffer> {
  return zipped(parts(sheet))
}

async function* parts(sheet: SheetToWrite): AsyncGenerator<ZipPart> {
  const { made } = sheet
  yield { name: '_rels/.rels', text: [relations('root', 0)] }
  yield { name: 'xl/styles.xml', text: [styles] }
  yield { name: 'docProps/core.xml', text: [coreProperties(made, sheet.watermark)] }
  const rows = sheet.rows[Symbol.asyncIterator]()
  const left: { row: readonly SheetValue[] | undefined } = { row: undefined }
  let sheets = 0
  try {
    do {
      sheets += 1
      yield { name: `xl/worksheets/sheet${sheets}.xml`, text: worksheet(sheet, rows, left) }
    } while (left.row !== undefined)
  } finally {
    await rows.return?.()
  }
  const names = Array.from({ length: sheets }, (_, index) => sheetName(sheet.name, index + 1))
  yield { name: 'xl/workbook.xml', text: [workbook(names)] }
  yield { name: 'xl/_rels/workbook.xml.rels', text: [relations('workbook', sheets)] }
  yield { name: '[Content_Types].xml', text: [contentTypes(sheets)] }
}

/** One sheet's part; a row that no longer fits is left for the next. */
async function* worksheet(
  { columns, watermark }: SheetToWrite,
  rows: AsyncIterator<readonly SheetValue[]>,
  left: { row: readonly SheetValue[] | undefined },
): AsyncGenerator<string> {
  const headRows = watermark === undefined ? 1 : 2
  yield head(columns, headRows)
  let number = headRows
  let row = left.row
  left.row = undefined
  const letters = columns.map((_, index) => columnLetters(index + 1))
  if (watermark !== undefined) yield `<row r="1">${textXml('A1', watermark, styleOf.watermark)}</row>`
  const titles = columns.map(({ title }, index) => textXml(`${letters[index]}${headRows}`, title, styleOf.title))
  yield `<row r="${headRows}">${titles.join('')}</row>`
  for (;;) {
    if (row === undefined) {
      const next = await rows.next()
      if (next.done) break
      row = next.value
    }
    if (number === rowsOfSheet) {
      left.row = row
      break
    }
    number += 1
    yield rowXml(number, row, columns, letters)
    row = undefined
  }
  const last = letters.at(-1) ?? 'A'
  const filter = number > headRows ? `<autoFilter ref="A${headRows}:${last}${number}"/>` : ''
  const merged =
    watermark !== undefined && columns.length > 1
      ? `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>`
      : ''
  const printed =
    watermark === undefined
      ? ''
      : `<headerFooter><oddHeader>&amp;C${xmlText(watermark.replaceAll('&', '&&').slice(0, pageHeadCharacters))}</oddHeader></headerFooter>`
  yield `</sheetData>${filter}${merged}<pageSetup orientation="landscape"/>${printed}</worksheet>`
}

function head(columns: readonly SheetColumn[], frozen: number): string {
  const widths = columns.map(
    ({ width = ordinaryWidth }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>`
  )
}

function rowXml(
  number: number,
  row: readonly SheetValue[],
  columns: readonly SheetColumn[],
  letters: readonly string[],
): string {
  let xml = `<row r="${number}">`
  for (const [index, value] of row.entries()) {
    if (value === null || value === '') continue
    xml += cell(`${letters[index]}${number}`, value, columns[index]?.kind)
  }
  return `${xml}</row>`
}

function cell(at: string, value: string | number, kind: SheetColumn['kind']): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}"><v>${value}</v></c>`
  const text = String(value)
  if (kind === 'day') {
    const serial = serialOfDay(text)
    if (serial !== undefined) return `<c r="${at}" s="${styleOf.day}"><v>${serial}</v></c>`
  }
  return textXml(at, text, styleOf.text)
}

function textXml(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(formulaSafe(text))}</t></is></c>`
}
