import { Workbook } from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SheetColumn, SheetToWrite, SheetValue } from './sheet-to-write.ts'
import { readAll } from './sheets-for-tests.ts'
import { writeSheet } from './write-sheet.ts'

async function* each<T>(list: Iterable<T>): AsyncGenerator<T> {
  yield* list
}

async function written(format: 'xlsx' | 'csv', sheet: Omit<SheetToWrite, 'name'>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeSheet(format, { name: '名册', ...sheet })) pieces.push(piece)
  return Buffer.concat(pieces)
}

const columns: readonly SheetColumn[] = [
  { title: '姓名' },
  { title: '年龄', kind: 'number' },
  { title: '入会日期', kind: 'day', width: 20 },
]
const made = { by: '工桥', title: '会员名册', at: new Date('2026-11-22T01:02:03Z') }

test('any text comes back from xlsx and csv as it was, and never as a formula', async () => {
  const text = fc
    .oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '\t',
          '\r',
          '\n',
          "'",
          '"',
          ',',
          ';',
          '_x0041_',
          '甲',
          ' ',
          '𬭎',
          '\ud800',
          '\u0007',
        ),
      }),
    )
    .filter((value) => !value.includes('\0'))
  for (const format of ['xlsx', 'csv'] as const) {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        const bytes = await written(format, { columns: [{ title: '一' }, { title: '二' }], rows: each(rows) })

        const read = await readAll(bytes)

        const kept = rows
          .map((row) => row.map((value) => value.toWellFormed()))
          .map((row) => row.slice(0, format === 'csv' ? 2 : row[1] !== '' ? 2 : row[0] !== '' ? 1 : 0))
          .filter((row) => row.some((value) => value !== ''))
        expect(read.texts.slice(1)).toEqual(kept)
        expect(read.rows.flatMap(({ cells }) => cells.map(({ kind }) => kind))).not.toContain('formula')
      }),
      { numRuns: 40 },
    )
  }
})

test('another program reads the workbook: types, frozen heads, widths, watermark and properties', async () => {
  const rows: readonly SheetValue[][] = [
    ['=cmd', 36, '2020-02-29'],
    ['李四 <&>', null, '1890-01-01'],
  ]
  const watermark = '荔湾区总工会 张三 2026-11-22 09:02 & 用于核对'
  const bytes = await written('xlsx', { columns, rows: each(rows), watermark, made })

  const book = new Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)

  const page = book.worksheets[0]
  expect([book.creator, book.title, book.description, book.created]).toEqual(['工桥', '会员名册', watermark, made.at])
  expect(page?.name).toBe('名册')
  expect(page?.getCell('A1').value).toBe(watermark)
  expect(page?.getCell('C1').isMerged).toBe(true)
  expect(page?.getRow(3).values).toEqual([undefined, "'=cmd", 36, new Date('2020-02-29T00:00:00Z')])
  expect(page?.getRow(4).values).toEqual([undefined, '李四 <&>', undefined, '1890-01-01'])
  expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(page?.getColumn(3).width).toBe(20)
  expect(page?.headerFooter.oddHeader).toBe(`&C${watermark.replace('&', '&&')}`)
})

test('csv begins with its mark, the watermark and the titles', async () => {
  const bytes = await written('csv', { columns, rows: each([['张三', 1, null]]), watermark: '谁, 何时' })

  expect(bytes.toString()).toBe('\ufeff"谁, 何时"\r\n姓名,年龄,入会日期\r\n张三,1,\r\n')
})

test('the first piece comes before the first row is asked for', async () => {
  let asked = false
  const rows = async function* () {
    asked = true
    yield ['甲', 1, null]
  }
  for (const format of ['xlsx', 'csv'] as const) {
    asked = false
    const pieces = writeSheet(format, { name: 'a', columns, rows: rows() })

    expect((await pieces.next()).value?.length).toBeGreaterThan(0)
    expect(asked).toBe(false)
    await pieces.return(undefined)
  }
})

test('no more rows are asked for than are taken, and leaving early lets go of them', async () => {
  for (const format of ['xlsx', 'csv'] as const) {
    let given = 0
    let ended = false
    const rows = async function* () {
      try {
        for (;;) {
          given += 1
          yield [`${given} ${Math.sin(given)} ${Math.cos(given)}`, given, null]
        }
      } finally {
        ended = true
      }
    }
    const pieces = writeSheet(format, { name: 'a', columns, rows: rows() })
    for (let taken = 0; taken < 30; taken += 1) await pieces.next()
    expect(given).toBeGreaterThan(0)
    const givenThen = given
    await new Promise((resolve) => setImmediate(resolve))

    expect(given).toBe(givenThen)
    await pieces.return(undefined)
    expect(ended).toBe(true)
  }
})

test('an abort ends the writing with its reason', async () => {
  const stopping = new AbortController()
  const rows = async function* () {
    yield ['甲', 1, null]
    stopping.abort(new Error('enough'))
    yield ['乙', 2, null]
  }

  for (const format of ['xlsx', 'csv'] as const) {
    await expect(written(format, { columns, rows: rows(), signal: stopping.signal })).rejects.toThrow('enough')
  }
})

test('what a workbook forbids in the name of a sheet is left out', async () => {
  const bytes = await written('xlsx', { columns, rows: each([]) })
  const odd: Buffer[] = []
  const name = "'荔湾/区[会员]*:名册'很长很长很长很长很长很长很长很长很长很长很长"
  for await (const piece of writeSheet('xlsx', { name, columns, rows: each([]) })) odd.push(piece)

  expect((await readAll(bytes)).sheet.name).toBe('名册')
  expect((await readAll(Buffer.concat(odd))).sheet.name).toMatch(/^荔湾 区 会员/)
})
