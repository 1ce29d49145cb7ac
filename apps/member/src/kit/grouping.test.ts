import { expect, test } from 'vitest'
import { caretAfter, digitsOf, group, typeInto } from './grouping.ts'

test('a number is grouped as far as it goes', () => {
  expect(group('11010519491231002X', [6, 4, 4, 4])).toBe('110105 1949 1231 002X')
  expect(group('1101', [6, 4, 4, 4])).toBe('1101')
  expect(group('110105', [6, 4, 4, 4])).toBe('110105')
  expect(group('138000056789', [3, 4, 4])).toBe('138 0000 5678 9')
  expect(group('E12345678', [])).toBe('E12345678')
})

test('the caret stays behind the character it was behind', () => {
  expect(caretAfter('110105 1949', 6)).toBe(6)
  expect(caretAfter('110105 1949', 7)).toBe(8)
  expect(caretAfter('110105 1949', 99)).toBe(11)
})

test('the pad types where the caret is, over what is marked, and deletes backwards', () => {
  expect(typeInto('1105', 2, 2, '0')).toEqual({ text: '11005', caret: 3 })
  expect(typeInto('1105', 1, 3, 'X')).toEqual({ text: '1X5', caret: 2 })
  expect(typeInto('1105', 4, 4, '')).toEqual({ text: '110', caret: 3 })
  expect(typeInto('1105', 1, 3, '')).toEqual({ text: '15', caret: 1 })
  expect(typeInto('', 0, 0, '')).toEqual({ text: '', caret: 0 })
})

test('a pasted text message leaves its digits, full-width ones too', () => {
  expect(digitsOf('验证码 ２４6 810')).toBe('246810')
})
