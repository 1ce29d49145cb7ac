import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPhone } from './check-phone.ts'
import { isBankAccount, isBankRoutingNumber, isPostcode, readDocumentNumber } from './other-numbers.ts'

function faultsOf(text: string): string[] {
  const checked = checkPhone(text)
  return checked.ok ? [] : checked.faults.map((fault) => fault.code)
}

test('§8.10 a mainland number is 11 digits however it is written', () => {
  for (const text of [
    '13812341234',
    '+86 138-1234-1234',
    '0086 13812341234',
    '86 138 1234 1234',
    '１３８１２３４１２３４',
  ]) {
    expect(checkPhone(text)).toEqual({ ok: true, value: '13812341234', place: 'mainland', warnings: [] })
  }
})

test('§8.10 Hong Kong, Macao and Taiwan numbers keep their country code', () => {
  expect(checkPhone('+852 5123 4567')).toMatchObject({ value: '+85251234567', place: 'hong_kong' })
  expect(checkPhone('00853-66123456')).toMatchObject({ value: '+85366123456', place: 'macao' })
  expect(checkPhone('+886 (0)912 345 678')).toMatchObject({ value: '+886912345678', place: 'taiwan' })
})

test('§8.10 every fault is named at once', () => {
  expect(faultsOf('')).toEqual(['empty'])
  expect(faultsOf('1281234123')).toEqual(['length', 'prefix'])
  expect(faultsOf('12812341234')).toEqual(['prefix'])
  expect(faultsOf('138123412345')).toEqual(['length'])
  expect(faultsOf('1381234123a')).toEqual(['characters'])
  expect(faultsOf('+1 555 0100')).toEqual(['country'])
  expect(faultsOf('+852 512 345')).toEqual(['length'])
  expect(faultsOf('+886 812345678')).toEqual(['prefix'])
  expect(faultsOf('138+12341234')).toEqual(['characters'])
})

test('a checked phone number checks to itself', () => {
  const texts = fc.oneof(
    fc.stringMatching(/^(\+86)?1[3-9][0-9]{9}$/),
    fc.stringMatching(/^\+85[23] ?[0-9]{8}$/),
    fc.stringMatching(/^\+886-?0?9[0-9]{8}$/),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const once = checkPhone(text)
      expect(once.ok).toBe(true)
      if (once.ok) expect(checkPhone(once.value)).toEqual(once)
    }),
  )
})

test('§8.10 postcode, bank account and routing number', () => {
  expect(isPostcode('100073')).toBe(true)
  expect(isPostcode('10007')).toBe(false)
  expect(isBankAccount('6222 0200 0000 0000 001')).toBe(true)
  expect(isBankAccount('1234567')).toBe(false)
  expect(isBankAccount('1'.repeat(33))).toBe(false)
  expect(isBankRoutingNumber('102100099996')).toBe(true)
  expect(isBankRoutingNumber('10210009999')).toBe(false)
})

test('§8.10 a document number is agency, year and number', () => {
  expect(readDocumentNumber('总工发〔2019〕6号')).toEqual({ agency: '总工发', year: 2019, number: 6 })
  expect(readDocumentNumber('总工办发［2017］14号')).toEqual({ agency: '总工办发', year: 2017, number: 14 })
  expect(readDocumentNumber('总工发2019年6号')).toBeUndefined()
})
