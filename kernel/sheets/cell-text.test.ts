import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfSerial, decimalText, digitsLost, formulaSafe, serialOfDay, textCell } from './cell-text.ts'
import { columnLetters, columnOf } from './column.ts'

test('what a spreadsheet would compute is made safe, and read back as it was', () => {
  for (const text of ['=cmd|/c calc', '\u3000=1', '+1+1', '-2', '@SUM(A1)', '\t=1', '\r=1']) {
    expect(formulaSafe(text)).toBe(`'${text}`)
  }
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(textCell(formulaSafe(text)).text).toBe(text)
      expect(textCell(formulaSafe(text)).kind).not.toBe('formula')
    }),
  )
})

test('a formula written as text is marked, and a phone number or a negative number is not one', () => {
  for (const text of ['=cmd', ' =1+1', '@SUM(A1)', '+cmd|x', '-A1']) expect(textCell(text).kind).toBe('formula')
  for (const text of ['+86 138-0000', '-5', '-3.50', '-', '--', '- 无', '13800000000', '—']) {
    expect(textCell(text).kind).toBe('text')
  }
  expect(textCell('=cmd')).toMatchObject({ text: '=cmd', formula: 'cmd' })
})

test('a number of 16 digits and more has lost its last ones, however it is written', () => {
  expect(decimalText('1.1010119900307E+17')).toBe('110101199003070000')
  expect(decimalText('110101199003074512')).toBe('110101199003074512')
  expect(digitsLost({ kind: 'number', text: decimalText('1.1010119900307E+17') })).toBe(true)
  expect(digitsLost(textCell('1.10101E+17'))).toBe(true)
  expect(digitsLost({ kind: 'number', text: '110101900307451' })).toBe(false)
  expect(digitsLost(textCell('110101199003074512'))).toBe(false)
})

test('a number is written in digits, without exponent and without noise', () => {
  expect(['0.30000000000000004', '1E-3', '-1.5E2', '007', '0', '35.649999999999999'].map(decimalText)).toEqual([
    '0.3',
    '0.001',
    '-150',
    '7',
    '0',
    '35.65',
  ])
  expect(decimalText('none')).toBe('none')
})

test('days are counted as spreadsheets count them, with the leap day of 1900 that never was', () => {
  expect([1, 59, 60, 61, 43_891, 43_891.75, 0.5, 0, -1, 3e6].map((serial) => dayOfSerial(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
    '2020-03-01',
    '2020-03-01',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(dayOfSerial(42_429, true)).toBe('2020-03-01')
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      expect(serialOfDay(dayOfSerial(serial, false) ?? '')).toBe(serial)
    }),
  )
})

test('columns are numbered as their letters say', () => {
  expect(['A1', 'Z', 'AA10', 'XFD1048576', '1'].map(columnOf)).toEqual([1, 26, 27, 16_384, 0])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      expect(columnOf(columnLetters(column))).toBe(column)
    }),
  )
})
