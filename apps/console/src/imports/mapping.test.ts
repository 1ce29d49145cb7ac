import { expect, test } from 'vitest'
import { asMapping, assign, type Headings, leftOut, missingIn, proposed } from './mapping.ts'

const known = (key: string, required: boolean, dropped: string | null = null) => ({
  ...{ key, title: key, required, note: null, dropped },
})
const column = (index: number, heading: string, key: string | null) => ({
  ...{ index, letter: 'ABCDE'[index] ?? '', heading, key, from: null, samples: [] },
})

const headings: Headings = {
  sheet: '名册',
  headerRows: [2],
  knownColumns: [known('name', true), known('number', true), known('phone', false), known('wage', false, '不收')],
  sheetColumns: [
    column(0, '序号', null),
    column(1, '姓名', 'name'),
    column(2, '工资', 'wage'),
    column(3, '证件', 'number'),
  ],
}

test('what the server proposes stands there, without the columns that are not kept', () => {
  expect([...proposed(headings)]).toEqual([
    ['name', 1],
    ['number', 3],
  ])
})

test('a column of the sheet is read for one of ours only', () => {
  const moved = assign(proposed(headings), 'phone', 3)
  expect([...moved]).toEqual([
    ['name', 1],
    ['phone', 3],
  ])
  expect(missingIn(headings, moved).map(({ key }) => key)).toEqual(['number'])
  expect(assign(moved, 'phone', null).has('phone')).toBe(false)
})

test('what is left out is named, with our reason where we know the column', () => {
  expect(leftOut(headings, proposed(headings)).map(({ column: { heading }, why }) => [heading, why])).toEqual([
    ['序号', null],
    ['工资', '不收'],
  ])
})

test('every column of the sheet is sent with what it is, and a dropped one keeps its name', () => {
  expect(asMapping(headings, proposed(headings))).toEqual({
    sheet: '名册',
    headerRows: [2],
    columns: [
      { index: 0, key: null },
      { index: 1, key: 'name' },
      { index: 2, key: 'wage' },
      { index: 3, key: 'number' },
    ],
  })
})
