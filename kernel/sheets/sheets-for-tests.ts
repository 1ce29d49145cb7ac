import { openSheet } from './open-sheet.ts'
import type { Sheet, SheetLimits, SheetRow, SheetSource } from './sheet.ts'
import { zipped } from './zip-writer.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of an archive by name. */
export type Parts = { readonly [name: string]: string }

/** Packs parts into an archive. */
export async function archiveOf(parts: Parts): Promise<Buffer> {
  const list = Object.entries(parts).map(([name, text]) => ({ name, text: [text] }))
  const pieces: Buffer[] = []
  for await (const piece of zipped(each(list))) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}

/** The parts of a workbook with one sheet of the given rows, and whatever else is put beside or in place of them. */
export function workbookParts(rows: string, more: Parts = {}): Parts {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名册" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${office}/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="s2" Type="${office}/worksheet" Target="worksheets/two.xml"/><Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/one.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  }
}

/** A workbook with one sheet of the given rows. */
export async function workbookOf(rows: string, more: Parts = {}): Promise<Buffer> {
  return archiveOf(workbookParts(rows, more))
}

/** All rows of a sheet, and what was said of it. */
export async function readAll(
  source: SheetSource,
  options: { readonly sheet?: string; readonly limits?: SheetLimits } = {},
): Promise<{ readonly sheet: Sheet; readonly rows: readonly SheetRow[]; readonly texts: readonly string[][] }> {
  const sheet = await openSheet(source, options)
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) rows.push(row)
  await sheet.close()
  return { sheet, rows, texts: rows.map(({ cells }) => cells.map(({ text }) => text)) }
}
