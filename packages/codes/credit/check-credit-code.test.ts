import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCreditCode } from './check-credit-code.ts'
import { creditAlphabet, creditCheckCharacter, subjectCheckCharacter } from './credit-alphabet.ts'
import { makeCreditCode } from './make-credit-code.ts'
import { registrars } from './registrars.ts'

const codes = fc
  .record({
    registrar: fc.constantFrom(...'123456789ANY'),
    class: fc.constantFrom(...'123456789'),
    division: fc.constantFrom('110105', '440100', '100000', '220581'),
    subject: fc.string({ unit: fc.constantFrom(...creditAlphabet), minLength: 8, maxLength: 8 }),
  })
  .map(makeCreditCode)

function faultsOf(text: string, role?: 'union' | 'employer'): string[] {
  const checked = checkCreditCode(text, role)
  return checked.ok ? [] : checked.faults.map((fault) => fault.code)
}

test('T-USCC-1: 81110105MC0000012B is a valid union code', () => {
  expect(checkCreditCode('81110105MC0000012B', 'union')).toEqual({
    ok: true,
    value: '81110105MC0000012B',
    registrar: '8',
    class: '1',
    division: '110105',
    subject: 'MC0000012',
    warnings: [],
  })
})

test('T-USCC-2: a code with I, O, S, V or Z is refused for its characters', () => {
  for (const letter of 'IOSVZ') expect(faultsOf(`81110105M${letter}0000012B`)).toEqual(['characters'])
})

test('T-USCC-3: an enterprise code given for a union has the right checksum and the wrong prefix', () => {
  expect(faultsOf('91350100M000100Y43', 'union')).toEqual(['union_prefix'])
})

test('§8.6 the specimens', () => {
  for (const code of ['91350100M000100Y43', '91110000600037341L', '81110105MC0000012B', '81220581MJ12345617']) {
    expect(checkCreditCode(code)).toMatchObject({ ok: true, warnings: [] })
  }
  expect(faultsOf('81110105MC0000021B')).toEqual(['checksum'])
})

test('§8.6 the check characters of the specimens, of the whole code and of its subject', () => {
  expect(creditCheckCharacter('91350100M000100Y4')).toBe('3')
  expect(creditCheckCharacter('91110000600037341')).toBe('L')
  expect(subjectCheckCharacter('M000100Y')).toBe('4')
  expect(subjectCheckCharacter('60003734')).toBe('1')
  expect(subjectCheckCharacter('MC000001')).toBe('2')
  expect(subjectCheckCharacter('MJ123456')).toBe('1')
})

test('§8.6 the subject check gives X for 10 and 0 for 11', () => {
  const checks = new Set(Array.from({ length: 50 }, (_, i) => subjectCheckCharacter(String(i).padStart(8, '0'))))
  expect([...checks].sort()).toEqual([...'0123456789X'])
})

test('§8.6 a wrong subject check only warns, since early codes have it', () => {
  const seventeen = '91110000600037342'
  expect(checkCreditCode(seventeen + creditCheckCharacter(seventeen))).toMatchObject({
    ok: true,
    warnings: ['subject_check'],
  })
})

test('§8.6 a union given as the employer warns', () => {
  expect(checkCreditCode('81110105MC0000012B', 'employer')).toMatchObject({ ok: true, warnings: ['employer_is_union'] })
})

test('§8.6 small letters, spaces, hyphens and full-width characters do no harm', () => {
  expect(checkCreditCode(' 81-110105 mc000001-２b ')).toMatchObject({ ok: true, value: '81110105MC0000012B' })
})

test('§8.6 every fault is named at once', () => {
  expect(faultsOf('00A1010', 'union')).toEqual(['length', 'registrar', 'class', 'division', 'union_prefix'])
  expect(faultsOf('')).toEqual(['empty'])
  expect(faultsOf('B1110105MC0000012B')).toEqual(['registrar', 'checksum'])
})

test('§8.6 unions are registrar 8, class 1 or 9', () => {
  expect(Object.keys(registrars.find((row) => row.code === '8')?.classes ?? {})).toEqual(['1', '9'])
  expect(registrars.map((row) => row.code).join('')).toBe('123456789ANY')
})

test('a code that was made passes every check, its subject too', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(checkCreditCode(code)).toMatchObject({ ok: true, value: code, warnings: [] })
    }),
  )
})

test('§8.6 the weighted sum over all 18 characters is 0 modulo 31', () => {
  fc.assert(
    fc.property(codes, (code) => {
      let weight = 1
      let sum = 0
      for (const character of code.slice(0, 17)) {
        sum += weight * creditAlphabet.indexOf(character)
        weight = (weight * 3) % 31
      }
      expect((sum + creditAlphabet.indexOf(code.charAt(17))) % 31).toBe(0)
    }),
  )
})

test('a change of any one character is caught', () => {
  fc.assert(
    fc.property(codes, fc.nat(17), fc.constantFrom(...creditAlphabet), (code, at, to) => {
      fc.pre(code.charAt(at) !== to)
      expect(faultsOf(code.slice(0, at) + to + code.slice(at + 1))).toContain('checksum')
    }),
    { numRuns: 2000 },
  )
})

test('an exchange of two neighbours is caught', () => {
  fc.assert(
    fc.property(codes, fc.nat(16), (code, at) => {
      const [left, right] = [code.charAt(at), code.charAt(at + 1)]
      fc.pre(left !== right)
      expect(faultsOf(code.slice(0, at) + right + left + code.slice(at + 2))).toContain('checksum')
    }),
    { numRuns: 2000 },
  )
})

test('a builder refuses parts out of their bounds', () => {
  const parts = { registrar: '8', class: '1', division: '110105', subject: 'MC000001' }
  expect(() => makeCreditCode({ ...parts, registrar: 'B' })).toThrow(RangeError)
  expect(() => makeCreditCode({ ...parts, class: '0' })).toThrow(RangeError)
  expect(() => makeCreditCode({ ...parts, division: '1101' })).toThrow(RangeError)
  expect(() => makeCreditCode({ ...parts, subject: 'MO000001' })).toThrow(RangeError)
})
