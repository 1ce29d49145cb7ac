import { expect, test } from 'vitest'
import { checkIdentityNumber, type IdentityContext } from './check-identity-number.ts'
import { makeIdentityNumber } from './identity-check-character.ts'
import {
  holdsBirthAndSex,
  type IdentityKind,
  identityKind,
  identityKindOfCode,
  identityKinds,
} from './identity-kinds.ts'

const today = '2026-09-01'

function faultsOf(kind: IdentityKind, text: string, more: Partial<IdentityContext> = {}): string[] {
  const checked = checkIdentityNumber(kind, text, { today, ...more })
  return checked.ok ? [] : checked.faults.map((fault) => fault.code)
}

test('T-ID-1: a lower x is accepted as X, and birth date and sex are read from the number', () => {
  expect(checkIdentityNumber('resident_card', '11010519491231002x', { today })).toEqual({
    ok: true,
    value: '11010519491231002X',
    birthDate: '1949-12-31',
    sex: 2,
    warnings: [],
  })
})

test('T-ID-2: month 13 is a fault of the date alone, though the checksum is right', () => {
  expect(checkIdentityNumber('resident_card', '110105194913310021', { today })).toEqual({
    ok: false,
    faults: [{ code: 'date', from: 7, to: 14 }],
  })
})

test('T-ID-3: a Taiwan permit of 29 February 1992 is valid', () => {
  expect(checkIdentityNumber('taiwan_residence_permit', '830000199202290014', { today })).toMatchObject({
    ok: true,
    birthDate: '1992-02-29',
    sex: 1,
  })
})

test('§8.1 the specimens of the standard', () => {
  expect(checkIdentityNumber('resident_card', '440524188001010014', { today })).toEqual({
    ok: true,
    value: '440524188001010014',
    birthDate: '1880-01-01',
    sex: 1,
    warnings: ['age_above_100'],
  })
  expect(checkIdentityNumber('hk_macao_residence_permit', '810000199408230021', { today })).toMatchObject({
    ok: true,
    sex: 2,
  })
  expect(checkIdentityNumber('hk_macao_residence_permit', '820000198811300031', { today })).toMatchObject({
    ok: true,
    birthDate: '1988-11-30',
  })
  expect(faultsOf('resident_card', '11010519491231003X')).toEqual(['checksum'])
})

test('§8.1 spaces, full-width digits and invisible characters do no harm', () => {
  expect(faultsOf('resident_card', ' １１０１０５ 1949\u200b1231 002x ')).toEqual([])
})

test('§8.1 every fault is named at once', () => {
  const checked = checkIdentityNumber('resident_card', '9901052049133100AX', { today, birthDate: '1990-02-30', sex: 1 })

  expect(checked).toEqual({
    ok: false,
    faults: [
      { code: 'birth_date' },
      { code: 'characters', from: 17, to: 17 },
      { code: 'date', from: 7, to: 14 },
      { code: 'region', from: 1, to: 2 },
    ],
  })
  expect(faultsOf('resident_card', '990105204901010020')).toEqual(['future_date', 'checksum', 'region'])
  expect(faultsOf('resident_card', '1101051949O231002')).toEqual(['length', 'characters'])
  expect(faultsOf('resident_card', '  ')).toEqual(['empty'])
})

test('§8.1 a birth date of today is possible, of tomorrow is not', () => {
  expect(faultsOf('resident_card', '11010520260901002X')).not.toContain('future_date')
  expect(faultsOf('resident_card', '11010520260902002X')).toContain('future_date')
})

test('§8.1 a century other than 18, 19 or 20 is no date', () => {
  expect(faultsOf('resident_card', '110105179912310020')).toContain('date')
  expect(faultsOf('resident_card', '110105210012310020')).toContain('date')
})

test('§8.1 15 digits are refused under their own name', () => {
  expect(faultsOf('resident_card', '110105491231002')).toEqual(['fifteen_digits'])
})

test('§8.1 typed birth date and sex that contradict the number are faults', () => {
  expect(faultsOf('resident_card', '11010519491231002X', { birthDate: '1949-12-30', sex: 1 })).toEqual([
    'birth_date_mismatch',
    'sex_mismatch',
  ])
  expect(faultsOf('resident_card', '11010519491231002X', { birthDate: '1949-12-31', sex: 2 })).toEqual([])
  expect(faultsOf('resident_card', '11010519491231002X', { sex: 0 })).toEqual([])
})

test('§8.1 an implausible age warns and refuses nothing', () => {
  const bornOn = (birthDate: string) => makeIdentityNumber({ address: '110105', birthDate, sequence: 1 })
  const warningsOf = (birthDate: string) => checkIdentityNumber('resident_card', bornOn(birthDate), { today })

  expect(warningsOf('2010-09-02')).toMatchObject({ ok: true, warnings: ['age_below_16'] })
  expect(warningsOf('2010-09-01')).toMatchObject({ ok: true, warnings: [] })
  expect(warningsOf('1925-09-02')).toMatchObject({ ok: true, warnings: [] })
  expect(warningsOf('1925-09-01')).toMatchObject({ ok: true, warnings: ['age_above_100'] })
})

test('§8.1 an address that is no division warns only when somebody can say so', () => {
  const number = '11010519491231002X'
  expect(checkIdentityNumber('resident_card', number, { today, isKnownDivision: () => false })).toMatchObject({
    ok: true,
    warnings: ['address_unknown'],
  })
  expect(checkIdentityNumber('resident_card', number, { today, isKnownDivision: () => true })).toMatchObject({
    warnings: [],
  })
})

test('§8.2 a residence permit must carry its own address code, in full', () => {
  expect(faultsOf('hk_macao_residence_permit', '830000199202290014')).toEqual(['region'])
  expect(faultsOf('taiwan_residence_permit', '810000199408230021')).toEqual(['region'])
  expect(faultsOf('hk_macao_residence_permit', '11010519491231002X')).toEqual(['region'])
})

test('§8.1 a permit address under a resident card is accepted with a warning', () => {
  expect(checkIdentityNumber('resident_card', '810000199408230021', { today })).toMatchObject({
    ok: true,
    warnings: ['address_of_permit'],
  })
})

test('§8.3 a permanent-resident card of 2023 begins with 9 and has a checksum', () => {
  expect(faultsOf('foreign_permanent_resident_card', '910310199001010011')).toEqual([])
  expect(faultsOf('foreign_permanent_resident_card', '910310199001010012')).toEqual(['checksum'])
  expect(faultsOf('foreign_permanent_resident_card', '11010519491231002X')).toEqual(['prefix'])
  expect(faultsOf('foreign_permanent_resident_card', '9103101990010100')).toEqual(['length'])
})

test('§8.3 the earlier card of three letters and 12 digits stays valid', () => {
  expect(faultsOf('foreign_permanent_resident_card', 'usa110103456789')).toEqual([])
  expect(faultsOf('foreign_permanent_resident_card', 'USA11010345678')).toEqual(['length'])
  expect(faultsOf('foreign_permanent_resident_card', 'US1110103456789')).toEqual(['characters'])
  expect(faultsOf('foreign_permanent_resident_card', 'USA11010345678Z')).toEqual(['characters'])
})

test('§8.3 birth date and sex of a permanent resident are the typed ones; another date in the number is only remarked upon', () => {
  const number = '910310199001010011'
  expect(
    checkIdentityNumber('foreign_permanent_resident_card', number, { today, birthDate: '1990-01-01', sex: 1 }),
  ).toEqual({
    ok: true,
    value: number,
    birthDate: '1990-01-01',
    sex: 1,
    warnings: [],
  })
  expect(
    checkIdentityNumber('foreign_permanent_resident_card', number, { today, birthDate: '1991-01-01' }),
  ).toMatchObject({ ok: true, birthDate: '1991-01-01', warnings: ['birth_date_unlike_number'] })
})

test('§8.3 the kind is never inferred: one text is judged only by the kind that was picked', () => {
  const text = '910310199001010011'
  expect(faultsOf('resident_card', text)).toEqual(['region'])
  expect(faultsOf('passport', text)).toEqual(['length'])
  expect(faultsOf('foreign_permanent_resident_card', text)).toEqual([])
})

test('§8.3 a passport has 5 to 15 letters and digits', () => {
  expect(faultsOf('passport', 'e12345678')).toEqual([])
  expect(faultsOf('passport', 'E123')).toEqual(['length'])
  expect(faultsOf('passport', 'E12345-78')).toEqual(['characters'])
  expect(faultsOf('passport', '王1')).toEqual(['length', 'characters'])
})

test('§8.2 travel permits: H or M and 8 or 10 digits; 8 or 10 digits for Taiwan', () => {
  for (const number of ['H12345678', 'M1234567890']) expect(faultsOf('hk_macao_travel_permit', number)).toEqual([])
  expect(faultsOf('hk_macao_travel_permit', 'H123456789')).toEqual(['length'])
  expect(faultsOf('hk_macao_travel_permit', 'X12345678')).toEqual(['prefix'])
  expect(faultsOf('hk_macao_travel_permit', 'H1234567A')).toEqual(['characters'])
  for (const number of ['12345678', '1234567890']) expect(faultsOf('taiwan_travel_permit', number)).toEqual([])
  expect(faultsOf('taiwan_travel_permit', '123456789')).toEqual(['length'])
})

test('§8.3 an officer card or another document is taken as written, within bounds', () => {
  expect(checkIdentityNumber('military_officer_card', '军字第 2001988 号', { today })).toMatchObject({
    ok: true,
    value: '军字第2001988号',
  })
  expect(faultsOf('other', 'abc')).toEqual(['length'])
  expect(faultsOf('other', 'abc<d')).toEqual(['characters'])
})

test('a typed birth date must be a real day that is not ahead', () => {
  expect(faultsOf('passport', 'E12345678', { birthDate: '2026-09-02' })).toEqual(['birth_date'])
  expect(faultsOf('passport', 'E12345678', { birthDate: '1990-02-30' })).toEqual(['birth_date'])
  expect(checkIdentityNumber('passport', 'E12345678', { today, birthDate: '2012-01-01' })).toMatchObject({
    birthDate: '2012-01-01',
    warnings: ['age_below_16'],
  })
})

test('the kinds carry the codes 1 to 9, and exactly the three citizen-style ones hold birth date and sex', () => {
  expect(identityKinds.map((row) => row.code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(identityKinds.filter((row) => holdsBirthAndSex(row.kind)).map((row) => row.code)).toEqual([1, 4, 5])
  for (const row of identityKinds) expect(identityKindOfCode(row.code)).toBe(row.kind)
  expect(identityKind('passport').zh).toBe('护照')
  expect(identityKindOfCode(10)).toBeUndefined()
})

test('a check without a day is a mistake of the caller', () => {
  expect(() => checkIdentityNumber('passport', 'E12345678', { today: 'today' })).toThrow(RangeError)
})
