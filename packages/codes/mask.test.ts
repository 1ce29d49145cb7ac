import { expect, test } from 'vitest'
import { maskIdentityNumber, maskName, maskPhone } from './mask.ts'

test('the mask of an identity number shows the first two characters and the last', () => {
  expect(maskIdentityNumber('11010519491231002X')).toBe('11***************X')
  expect(maskIdentityNumber('USA110103456789')).toBe('US************9')
  expect(maskIdentityNumber('E12345678')).toBe('E1******8')
})

test('a short number shows its last character only, and one character not even that', () => {
  expect(maskIdentityNumber('E1234')).toBe('****4')
  expect(maskIdentityNumber('7')).toBe('*')
  expect(maskIdentityNumber('')).toBe('')
})

test('the mask of a phone number hides at least four digits', () => {
  expect(maskPhone('13812341234')).toBe('138****1234')
  expect(maskPhone('+85251234567')).toBe('+852****4567')
  expect(maskPhone('+886912345678')).toBe('+886*****5678')
  expect(maskPhone('12351')).toBe('*****')
})

test('the mask of a name keeps the surname', () => {
  expect(maskName('王小明')).toBe('王*明')
  expect(maskName('王明')).toBe('王*')
  expect(maskName('欧阳修')).toBe('欧阳*')
  expect(maskName('欧阳小明')).toBe('欧阳*明')
  expect(maskName('王小明明')).toBe('王**明')
  expect(maskName('欧阳')).toBe('欧*')
})

test('a rare character counts as one', () => {
  expect(maskName('王𬭎')).toBe('王*')
  expect(maskName('𠮷小𬭎')).toBe('𠮷*𬭎')
})

test('each part of a name of several parts keeps its first character', () => {
  expect(maskName('阿卜杜热合曼•买买提')).toBe('阿*****·买**')
  expect(maskName('Maria Silva')).toBe('M**** S****')
  expect(maskName('Maria')).toBe('M****')
})

test('a name of one character shows nothing', () => {
  expect(maskName('王')).toBe('*')
  expect(maskName('')).toBe('')
})
