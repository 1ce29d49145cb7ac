import { expect, test } from 'vitest'
import { mediaTypeOf, sheetFault, sheetLimitBytes } from './sheet-file.ts'

test('a sheet that the server would refuse for its kind or size is not sent at all', () => {
  expect(sheetFault({ name: '名册.xlsx', size: 10 })).toBe(null)
  expect(sheetFault({ name: '名册.CSV', size: 10 })).toBe(null)
  expect(sheetFault({ name: '名册.xls', size: 10 })).toBe('old')
  expect(sheetFault({ name: '名册.et', size: 10 })).toBe('old')
  expect(sheetFault({ name: '名册.pdf', size: 10 })).toBe('other')
  expect(sheetFault({ name: '名册.csv', size: 0 })).toBe('empty')
  expect(sheetFault({ name: '名册.csv', size: sheetLimitBytes + 1 })).toBe('size')
})

test('a macro sheet is sent, since what it is its content says', () => {
  expect(sheetFault({ name: '名册.xlsm', size: 10 })).toBe(null)
  expect(mediaTypeOf('名册.xlsm')).toBe('application/octet-stream')
  expect(mediaTypeOf('名册.csv')).toBe('text/csv')
})
