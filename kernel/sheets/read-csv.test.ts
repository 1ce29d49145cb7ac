import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { recordReader, separatorOf } from './csv-records.ts'
import { limitsOf, rowGuard } from './limits.ts'
import { readAll } from './sheets-for-tests.ts'

const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** 姓名,单位 / 张三,"甲,乙" in GB18030, with 䶮 in its four bytes. */
const gb18030 = Buffer.concat([
  Buffer.from('d0d5c3fb2cb5a5cebb0d0ad5c5', 'hex'),
  Buffer.from('8234fe33', 'hex'),
  Buffer.from('2c22bcd72cd2d2220d0a', 'hex'),
])
const expected = [
  ['姓名', '单位'],
  [`张${new TextDecoder('gb18030').decode(Buffer.from('8234fe33', 'hex'))}`, '甲,乙'],
]

test('the encoding is found: UTF-8 with and without its mark, GB18030, UTF-16 with its mark', async () => {
  const text = '姓名,单位\r\n张三,"甲,乙"\r\n'
  const plain = [
    ['姓名', '单位'],
    ['张三', '甲,乙'],
  ]

  expect((await readAll(Buffer.from(text))).texts).toEqual(plain)
  expect((await readAll(Buffer.from(`\ufeff${text}`))).texts).toEqual(plain)
  expect((await readAll(Buffer.from(`\ufeff${text}`, 'utf16le'))).texts).toEqual(plain)
  const old = await readAll(gb18030)
  expect(old.texts).toEqual(expected)
  expect(old.sheet.csv).toEqual({ encoding: 'gb18030', separator: ',' })
})

test('a Chinese character after a long way of plain letters still tells the encoding', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\n'.repeat(100_000)), gb18030])

  expect((await readAll(bytes)).texts.at(-1)).toEqual(expected[1])
})

test('the separator is found, quoted text left out, and one that the file declares is believed', () => {
  expect(separatorOf('a;b;c\n1,5;2;3\n')).toBe(';')
  expect(separatorOf('a\tb\n"x,y,z,w"\t2\n')).toBe('\t')
  expect(separatorOf('a,b\n')).toBe(',')
  expect(separatorOf('one column\n')).toBe(',')
  expect(separatorOf('sep=;\na,b,c;d\n')).toBe(';')
})

test('the line that declares the separator is no row', async () => {
  expect((await readAll(Buffer.from('sep=;\r\na;b\r\n'))).rows).toMatchObject([{ row: 1, cells: [{ text: 'a' }, {}] }])
})

test('any line ends, a quote in the middle of a field, and empty lines are read as people mean them', async () => {
  const { rows, texts } = await readAll(Buffer.from('a,5" 管\r\r\n\n"x\r\ny","say ""no"""\nlast,'))

  expect(texts).toEqual([
    ['a', '5" 管'],
    ['x\r\ny', 'say "no"'],
    ['last', ''],
  ])
  expect(rows.map(({ row }) => row)).toEqual([1, 4, 5])
})

test('records are the same wherever the text is cut', () => {
  const text = 'a,"b ""c"" \r\n d",\r\n,,"",e"f\n"g"h,i\rj'
  const whole = read([text])

  expect(whole).toEqual([['a', 'b "c" \r\n d', ''], ['', '', '', 'e"f'], ['gh', 'i'], ['j']])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: text.length })), (cuts) => {
      const at = [0, ...cuts.sort((one, other) => one - other), text.length]
      expect(read(at.slice(1).map((end, index) => text.slice(at[index], end)))).toEqual(whole)
    }),
  )
})

function read(pieces: readonly string[]) {
  const reader = recordReader(',', rowGuard(limitsOf()))
  return [...pieces.flatMap((piece) => reader.feed(piece)), ...reader.end()]
}

test('a file on disk and bytes that are read piece by piece give the same rows', async () => {
  const path = join(folder, 'roster.csv')
  await writeFile(path, gb18030)
  const source = { sizeBytes: gb18030.length, read: async (start: number, end: number) => gb18030.subarray(start, end) }

  expect((await readAll(path)).texts).toEqual(expected)
  expect((await readAll(source)).texts).toEqual(expected)
})

test('a sheet is read from its beginning as often as one likes', async () => {
  const { sheet, rows } = await readAll(gb18030)
  const again = []
  for await (const row of sheet.rows()) again.push(row)

  expect(again).toEqual(rows)
})
