import { expect, test } from 'vitest'
import { rosterColumns } from '../../modules/membership/roster/columns.ts'
import type { Cell, SheetRow } from '../sheets/sheet.ts'
import { findHeadings, plainHeading } from './headings.ts'

const cell = (text: string): Cell => (text === '' ? { kind: 'empty', text } : { kind: 'text', text })
const row = (number: number, ...texts: (string | Cell)[]): SheetRow => ({
  row: number,
  hidden: false,
  cells: texts.map((text) => (typeof text === 'string' ? cell(text) : text)),
})
const merged = (text: string): Cell => ({ kind: 'text', text, merged: true })
const keys = (rows: SheetRow[]) => {
  const { headerRows, columns } = findHeadings(rows, rosterColumns)
  return { headerRows, keys: columns.map(({ key }) => key) }
}
const person = ['1', '王小明', '男', '11010519491231002X', '13812345678', '沙面制衣厂工会']

test('headings are found below a title, in any order, under names of their own', () => {
  expect(
    keys([
      row(1, '某县总工会2026年会员花名册', merged('某县总工会2026年会员花名册')),
      row(2, '填表单位：某县总工会', '', '', '填表日期：2026年3月'),
      row(3, '序号', '职工姓名', '性 别', '身份证号码（18位）', '＊联系电话：', '所在单位'),
      row(4, ...person),
    ]),
  ).toEqual({ headerRows: [3], keys: [null, 'name', 'sex', 'identityNumber', 'phone', 'unit'] })
})

test('two rows of headings with merged cells are read together, whether the merging survived the export or not', () => {
  const expected = [null, 'name', 'sex', 'identityNumber', 'phone', 'unit']
  const upper = ['序号', '会员基本信息', '', '', '联系方式', '工会名称']
  const repeated = [merged('序号'), '姓名', '性别', '证件号码', '手机号', merged('工会名称')]

  expect(keys([row(1, ...upper), row(2, ...repeated), row(3, ...person)]).keys).toEqual(expected)
  expect(keys([row(1, ...upper), row(2, '', '姓名', '性别', '证件号码', '手机号'), row(3, ...person)])).toEqual({
    headerRows: [1, 2],
    keys: expected,
  })
})

test('a column of somebody else is not taken for the person’s: 紧急联系人电话, 配偶姓名', () => {
  expect(
    keys([
      row(1, '配偶姓名', '姓名', '紧急联系人电话', '证件号码', '手机号码'),
      row(2, '李四', '张三', '13900000000', '11010519491231002X', '13812345678'),
    ]).keys,
  ).toEqual([null, 'name', null, 'identityNumber', 'phone'])
})

test('a known column is taken once, the plainest heading first', () => {
  expect(keys([row(1, '会员手机号码备用', '手机号码', '姓名', '身份证号')]).keys).toEqual([
    null,
    'phone',
    'name',
    'identityNumber',
  ])
})

test('a sheet without a known heading is left to the clerk, samples masked', () => {
  const { columns } = findHeadings([row(1, '甲', '乙'), row(2, '王小明', '11010519491231002X')], rosterColumns)

  expect(columns.map(({ key }) => key)).toEqual([null, null])
  expect(columns.map(({ samples }) => samples)).toEqual([['王*明'], ['11***************X']])
})

test('brackets, numbering, stars and blanks say nothing', () => {
  expect(plainHeading(' 2. ＊身份证 号码（必填）：')).toBe('身份证号码')
})
