import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { SheetLimits } from './sheet.ts'
import { archiveOf, readAll, workbookOf, workbookParts } from './sheets-for-tests.ts'
import { readXml } from './xml.ts'

/** What reading these bytes is refused with, or the rows. */
async function refused(bytes: Buffer, limits?: SheetLimits): Promise<unknown> {
  return readAll(bytes, limits ? { limits } : {}).catch((error: unknown) => error)
}

const row = '<row r="1"><c r="A1"><v>1</v></c></row>'

test('a workbook with macros is refused, whether a part or the list of parts shows them', async () => {
  expect(await refused(await workbookOf(row, { 'xl/vbaProject.bin': 'x' }))).toMatchObject({ code: 'sheet.macro' })
  const types =
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
  expect(await refused(await workbookOf(row, { '[Content_Types].xml': types }))).toMatchObject({ code: 'sheet.macro' })
})

test('old and binary workbooks and those with a password are told apart, each with its cure', async () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600_000)])
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(9)])

  expect(await refused(compound)).toMatchObject({ code: 'sheet.old_binary' })
  expect(await refused(locked)).toMatchObject({ code: 'sheet.encrypted' })
  expect(await refused(await workbookOf(row, { 'xl/workbook.bin': 'x' }))).toMatchObject({ code: 'sheet.binary' })
})

test('an archive whose parts are locked is refused', async () => {
  const bytes = await workbookOf(row)
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  }

  expect(await refused(bytes)).toMatchObject({ code: 'sheet.encrypted' })
})

test('what unpacks to more than it may is refused before it is unpacked', async () => {
  const wide = await workbookOf(row, { 'xl/media/a.xml': 'x'.repeat(3_000_000) })
  expect(await refused(wide, { unpackedBytes: 2_000_000 })).toMatchObject({ code: 'sheet.bomb' })

  const tight = await workbookOf(row, { 'xl/media/a.xml': ' '.repeat(11_000_000) })
  expect(await refused(tight)).toMatchObject({ code: 'sheet.bomb' })

  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`m/${n}`, '']))
  expect(await refused(await workbookOf(row, many))).toMatchObject({ code: 'sheet.bomb' })
})

test('a part that unpacks to more than it says is cut off', async () => {
  const bytes = await workbookOf(row.repeat(200_000))
  const name = 'xl/worksheets/one.xml'
  const entry = bytes.lastIndexOf(name, undefined, 'latin1') - 46
  bytes.writeUInt32LE(1_000, entry + 24)

  expect(await refused(bytes)).toMatchObject({ code: 'sheet.broken' })
})

test('nested entities are not expanded, and a document type is refused', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`

  expect(await refused(await workbookOf('', { 'xl/worksheets/one.xml': laughs }))).toMatchObject({
    code: 'sheet.broken',
  })
})

test('text without a tag is not gathered without end', async () => {
  const endless = async function* () {
    yield Buffer.from('<worksheet>')
    for (;;) yield Buffer.alloc(65_536, 'a')
  }
  const all = async () => {
    for await (const _ of readXml(endless(), { open: () => undefined }));
  }

  await expect(all()).rejects.toMatchObject({ code: 'sheet.broken' })
})

test('too many rows, columns and characters are refused where they show, and the limits themselves are not', async () => {
  const rows = Array.from({ length: 4 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`).join('')
  const book = await workbookOf(rows)
  const csv = Buffer.from('a,b,c\n1,2,345\n')

  expect((await readAll(book, { limits: { rows: 4 } })).rows).toHaveLength(4)
  expect(await refused(book, { rows: 3 })).toMatchObject({ code: 'sheet.too_many_rows', variables: { limit: 3 } })
  expect((await readAll(csv, { limits: { rows: 2, columns: 3, cellCharacters: 3 } })).rows).toHaveLength(2)
  expect(await refused(csv, { rows: 1 })).toMatchObject({ code: 'sheet.too_many_rows' })
  expect(await refused(csv, { columns: 2 })).toMatchObject({ code: 'sheet.too_many_columns', variables: { row: 1 } })
  expect(await refused(csv, { cellCharacters: 2 })).toMatchObject({
    code: 'sheet.cell_too_long',
    variables: { row: 2, column: 3 },
  })
  const far = await workbookOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>')
  expect(await refused(far)).toMatchObject({ code: 'sheet.too_many_columns' })
  const long = await workbookOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
    'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(40_000)}</t></si></sst>`,
  })
  expect(await refused(long)).toMatchObject({ code: 'sheet.cell_too_long', variables: { row: 1, column: 1 } })
})

test('a file that is too large is refused by its size', async () => {
  expect(await refused(Buffer.from('a,b\n'), { fileBytes: 3 })).toMatchObject({ code: 'sheet.too_large' })
})

test('a quote that never closes is refused with the row it stands in', async () => {
  expect(await refused(Buffer.from('a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({
    code: 'sheet.open_quote',
    variables: { row: 3 },
  })
})

test('what is no sheet is refused, whatever it calls itself', async () => {
  const others = [
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('\ufeff<html><table><tr><td>1</td></tr></table></html>'),
    Buffer.from('<?xml version="1.0"?><Workbook/>'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    await archiveOf({ 'content.xml': 'x', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    await archiveOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
  ]

  for (const bytes of others) expect(await refused(bytes)).toMatchObject({ code: 'sheet.not_a_sheet' })
})

test('an empty file and an empty workbook are refused as empty', async () => {
  expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'sheet.empty' })
  expect(await refused(await workbookOf(''))).toMatchObject({ code: 'sheet.empty' })
  expect(await refused(await workbookOf(row))).toMatchObject({ rows: [{ row: 1 }] })
})

test('a damaged workbook is refused as damaged, wherever it was cut', async () => {
  const whole = await workbookOf(row)

  for (const end of [10, 200, whole.length - 30, whole.length - 1]) {
    expect(await refused(whole.subarray(0, end))).toMatchObject({ code: 'sheet.broken' })
  }
  const parts = workbookParts('<row r="1"><c r="A1"><v>1</v></row>')
  expect(await refused(await archiveOf(parts))).toMatchObject({ code: 'sheet.broken' })
})

test('packed bytes that do not unpack are refused as damaged', async () => {
  const bytes = await workbookOf(row.repeat(2_000))
  const packed = deflateRawSync(Buffer.from(row.repeat(2_000)), { level: 5 }).length
  const start = bytes.indexOf('xl/worksheets/one.xml') + 'xl/worksheets/one.xml'.length
  bytes.fill(0xff, start + 5, start + Math.min(60, packed))

  expect(await refused(bytes)).toMatchObject({ code: 'sheet.broken' })
})

test('text in no known encoding is refused', async () => {
  expect(await refused(Buffer.from([0x61, 0xff, 0xff, 0x80, 0x0a]))).toMatchObject({ code: 'sheet.encoding' })
})
