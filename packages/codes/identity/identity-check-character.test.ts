import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkIdentityNumber } from './check-identity-number.ts'
import {
  fromFifteenDigits,
  identityCheckCharacter,
  makeIdentityNumber,
  withIdentityCheckCharacter,
} from './identity-check-character.ts'

const today = '2026-09-01'

const numbers = fc
  .record({
    address: fc.constantFrom('110105', '440524', '659001', '220581'),
    birthDate: fc
      .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-08-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(makeIdentityNumber)

function faultsOf(text: string): string[] {
  const checked = checkIdentityNumber('resident_card', text, { today })
  return checked.ok ? [] : checked.faults.map((fault) => fault.code)
}

test('§8.1 the check characters of the specimens', () => {
  expect(identityCheckCharacter('11010519491231002')).toBe('X')
  expect(identityCheckCharacter('44052418800101001')).toBe('4')
  expect(identityCheckCharacter('81000019940823002')).toBe('1')
  expect(identityCheckCharacter('11010519491231003')).toBe('8')
  expect(identityCheckCharacter('91031019900101001')).toBe('1')
  expect(withIdentityCheckCharacter('83000019920229001')).toBe('830000199202290014')
})

test('§8.1 both forms of the check agree: the sum over all 18 is 1 modulo 11', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const sum = [...number].reduce((total, c, i) => total + (c === 'X' ? 10 : Number(c)) * 2 ** (17 - i), 0)
      expect(sum % 11).toBe(1)
    }),
  )
})

test('a number that was made passes every check', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(faultsOf(number)).toEqual([])
    }),
  )
})

test('a change of any one character is caught', () => {
  const change = fc.record({ number: numbers, at: fc.nat(17), to: fc.constantFrom(...'0123456789X') })
  fc.assert(
    fc.property(change, ({ number, at, to }) => {
      fc.pre(number.charAt(at) !== to)
      const changed = number.slice(0, at) + to + number.slice(at + 1)
      expect(faultsOf(changed)).toContain(to === 'X' && at < 17 ? 'characters' : 'checksum')
    }),
    { numRuns: 2000 },
  )
})

test('an exchange of two neighbours is caught', () => {
  fc.assert(
    fc.property(numbers, fc.nat(16), (number, at) => {
      const [left, right] = [number.charAt(at), number.charAt(at + 1)]
      fc.pre(left !== right)
      expect(faultsOf(number.slice(0, at) + right + left + number.slice(at + 2))).not.toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('§8.1 a legacy number of 15 digits is converted for matching', () => {
  expect(fromFifteenDigits('110105491231002')).toBe('11010519491231002X')
  expect(fromFifteenDigits('11010549123100')).toBeUndefined()
  expect(fromFifteenDigits('11010519491231002X')).toBeUndefined()
})

test('a builder refuses parts out of their bounds', () => {
  expect(() => makeIdentityNumber({ address: '010105', birthDate: '1990-01-01', sequence: 1 })).toThrow(RangeError)
  expect(() => makeIdentityNumber({ address: '110105', birthDate: '1990-02-30', sequence: 1 })).toThrow(RangeError)
  expect(() => makeIdentityNumber({ address: '110105', birthDate: '1990-01-01', sequence: 1000 })).toThrow(RangeError)
  expect(() => identityCheckCharacter('1101051949123100X')).toThrow(RangeError)
})
