import { Workbook } from 'exceljs'
import { expect, test } from 'vitest'
import { showsDay } from './day-styles.ts'
import { mergedAreas, merging } from './merged-areas.ts'
import type { Cell } from './sheet.ts'
import { readAll, workbookOf, workbookParts } from './sheets-for-tests.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

test('a workbook of another program is read: merged heads, days, numbers, formulas and hidden rows', async () => {
  const book = new Workbook()
  const page = book.addWorksheet('名册')
  page.addRow(['基本情况'])
  page.mergeCells('A1:C1')
  page.addRow(['姓名', '证件号码', '入会日期'])
  page.addRow(['张三', 110_101_199_003_074_500, new Date('2020-02-29T00:00:00Z')])
  page.addRow([{ formula: '1+1', result: 2 }, { richText: [{ text: '李' }, { text: '四' }] }, true])
  page.getRow(4).hidden = true

  const { sheet, rows } = await readAll(Buffer.from(await book.xlsx.writeBuffer()))

  expect(sheet).toMatchObject({ format: 'xlsx', name: '名册', names: ['名册'] })
  expect(rows.map(({ cells }) => cells)).toEqual([
    [
      { kind: 'text', text: '基本情况' },
      { kind: 'text', text: '基本情况', merged: true },
      { kind: 'text', text: '基本情况', merged: true },
    ],
    [
      { kind: 'text', text: '姓名' },
      { kind: 'text', text: '证件号码' },
      { kind: 'text', text: '入会日期' },
    ],
    [
      { kind: 'text', text: '张三' },
      { kind: 'number', text: '110101199003074500' },
      { kind: 'day', text: '2020-02-29' },
    ],
    [
      { kind: 'formula', text: '2', formula: '1+1' },
      { kind: 'text', text: '李四' },
      { kind: 'truth', text: 'TRUE' },
    ],
  ])
  expect(rows.map(({ hidden }) => hidden)).toEqual([false, false, false, true])
})

test('a merged area is repeated over rows too, and its value stands where its rows are', async () => {
  const rows = [1, 2, 3, 4].map((n) => `<row r="${n}"><c r="B${n}"><v>${n}</v></c></row>`)
  const first = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲厂工会</t></is></c><c r="B1"><v>1</v></c></row>'
  const parts = workbookParts('')
  const one = 'xl/worksheets/one.xml'
  const bytes = await workbookOf('', {
    [one]: `${parts[one]?.replace('</sheetData>', `${first}${rows.slice(1).join('')}</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>`)}`,
  })

  const { texts } = await readAll(bytes)

  expect(texts).toEqual([
    ['甲厂工会', '1'],
    ['甲厂工会', '2'],
    ['甲厂工会', '3'],
    ['', '4'],
  ])
})

test('merged areas are found wherever the list is cut into pieces', async () => {
  const text = `<sheetData/><mergeCells count="2"><mergeCell ref="A1:B2"/><x:mergeCell   ref="C3:AA4"/></mergeCells>`
  const areas = [
    { top: 1, bottom: 2, left: 1, right: 2 },
    { top: 3, bottom: 4, left: 3, right: 27 },
  ]
  for (let size = 1; size <= text.length; size += 1) {
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size))
    }
    expect(await mergedAreas(pieces())).toEqual(areas)
  }
})

test('of several sheets the first that holds anything is read, hidden ones last, and all are named', async () => {
  const book = new Workbook()
  book.addWorksheet('说明').getCell('A1').font = { bold: true }
  const list = book.addWorksheet('选项')
  list.state = 'hidden'
  list.addRow(['男'])
  book.addWorksheet('名册').addRow(['姓名'])
  book.addWorksheet('其他').addRow(['别的'])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())

  const first = await readAll(bytes)
  const asked = await readAll(bytes, { sheet: '其他' })

  expect(first.sheet).toMatchObject({ name: '名册', names: ['说明', '选项', '名册', '其他'] })
  expect(asked.texts).toEqual([['别的']])
})

test('cells without an address stand one after the other, and prefixes of names do not matter', async () => {
  const bytes = await workbookOf('', {
    'xl/worksheets/one.xml':
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c/><x:c><x:v>1E2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  })

  expect((await readAll(bytes)).texts).toEqual([['a', '', '100']])
})

test('texts that cells share are found, without the reading aid beside them', async () => {
  const bytes = await workbookOf('<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>9</v></c></row>', {
    'xl/sharedStrings.xml':
      '<sst><si><t>一</t></si><si><t>东_x000D_</t><rPh sb="0" eb="1"><t>トン</t></rPh></si></sst>',
  })

  expect((await readAll(bytes)).rows).toEqual([{ row: 2, hidden: false, cells: [{ kind: 'text', text: '东\r' }] }])
})

test('days are counted from 1904 where the workbook says so', async () => {
  const bytes = await workbookOf('<row r="1"><c r="A1" s="1"><v>42429</v></c><c r="B1" s="0"><v>42429</v></c></row>', {
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="s1"/></sheets></workbook>`,
    'xl/styles.xml':
      '<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  })

  expect((await readAll(bytes)).texts).toEqual([['2020-03-01', '42429']])
})

test('a format shows a day when a year or a day stands in it, and not when it only says so in quotes', () => {
  for (const format of ['yyyy/m/d', 'yyyy"年"m"月"d"日"', '[$-804]yyyy-mm-dd;@', 'mmm-yy', 'd']) {
    expect([format, showsDay(format)]).toEqual([format, true])
  }
  for (const format of ['General', '0.00', '#,##0 "days"', 'h:mm:ss', '[Red]0', '@', '0\\d']) {
    expect([format, showsDay(format)]).toEqual([format, false])
  }
})

test('rows and cells that only have a format are passed over, however many there are', async () => {
  const framed = Array.from({ length: 5_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"/></row>`).join('')
  const bytes = await workbookOf(`<row r="1"><c r="A1"><v>1</v></c></row>${framed}`)

  expect((await readAll(bytes, { limits: { rows: 2 } })).rows).toHaveLength(1)
})

test('a cell that names no text is empty, whatever it calls itself, and a row with a strange number stands behind the last', async () => {
  const bytes = await workbookOf(
    '<row r="3"><c r="A3" t="s"><v/></c><c r="B3" t="b"/><c r="C3" t="d"/><c r="D3"><v>4</v></c></row><row r="x"><c><v>5</v></c></row>',
    { 'xl/sharedStrings.xml': '<sst><si><t>not this</t></si></sst>' },
  )

  const { rows, texts } = await readAll(bytes)

  expect(texts).toEqual([['', '', '', '4'], ['5']])
  expect(rows.map(({ row }) => row)).toEqual([3, 4])
})

test('merged areas that lie over each other cost no more than one row has room for', () => {
  const areas = Array.from({ length: 5_000 }, () => ({ top: 1, bottom: 1_000_000, left: 1, right: 500 }))
  const merge = merging(areas, 500)
  const cells: Cell[] = [{ kind: 'text', text: '标题' }]
  merge(1, cells)

  for (let row = 2; row <= 2_000; row += 1) {
    const next: Cell[] = []
    merge(row, next)
    expect(next).toHaveLength(500)
  }
})
