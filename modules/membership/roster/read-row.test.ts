import { makeIdentityNumber } from '@gongqiao/codes'
import type { Cell } from '@gongqiao/kernel/sheets/sheet.ts'
import { expect, test } from 'vitest'
import { readRosterLine } from './read-row.ts'

const today = '2026-03-02'
const number = makeIdentityNumber({ address: '440103', birthDate: '1990-05-17', sequence: 12 })
const text = (value: string): Cell => ({ kind: 'text', text: value })
const read = (cells: { [column: string]: Cell | string }) =>
  readRosterLine(
    Object.fromEntries(
      Object.entries({ name: '张小明', identityNumber: number, ...cells }).map(([column, cell]) => [
        column,
        typeof cell === 'string' ? text(cell) : cell,
      ]),
    ),
    today,
  )
const faultsOf = (cells: { [column: string]: Cell | string }) => {
  const found = read(cells)
  return 'faults' in found ? found.faults.map(({ column, code }) => `${column} ${code}`) : []
}
const understood = (cells: { [column: string]: Cell | string }) => {
  const found = read(cells)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}

test('a 15-digit number is converted by the standard, and said to have been (rulebook 8.1)', () => {
  const { value, notes } = understood({ identityNumber: '110105491231002' })

  expect(value.person).toMatchObject({ identityNumber: '11010519491231002X', birthDate: '1949-12-31', sex: 'female' })
  expect(notes).toContainEqual({ column: 'identityNumber', code: 'membership.import.fifteen_converted' })
})

test('an 18-digit number that became a number is destroyed, even where what is left would pass its check', () => {
  const destroyed = ['identityNumber membership.import.number_destroyed']
  const passes = Array.from({ length: 100 }, (_, at) =>
    makeIdentityNumber({ address: '440103', birthDate: '1990-05-17', sequence: at * 10 }),
  ).find((candidate) => candidate.endsWith('000'))

  expect(faultsOf({ identityNumber: { kind: 'number', text: '440103199005170000' } })).toEqual(destroyed)
  expect(faultsOf({ identityNumber: '4.40103E+17' })).toEqual(destroyed)
  expect(passes).toBeDefined()
  expect(faultsOf({ identityNumber: passes ?? '' })).toEqual(destroyed)
})

test.each([
  ['spaces and a zero-width space', ` ${number.slice(0, 6)} ${number.slice(6)}\u200b`],
  ['full-width digits', number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ['the sign that keeps digits text', `'${number}`],
])('a number with %s is the number', (_words, typed) => {
  expect(understood({ identityNumber: typed }).value.person.identityNumber).toBe(number)
})

test.each([
  ['1990-05-17', []],
  ['1990/5/17', []],
  ['1990.5.17', []],
  ['19900517', []],
  ['1990年5月17日', []],
  ['1990-05', []],
  ['199005', []],
  ['1991-05-17', ['birthDate people.identity.birth_date_mismatch']],
  ['1990-06', ['birthDate people.identity.birth_date_mismatch']],
  ['不详', ['birthDate people.identity.birth_date']],
])('the birth date %s beside the number', (birthDate, faults) => {
  expect(faultsOf({ birthDate })).toEqual(faults)
})

test('a day may also be a spreadsheet’s day number', () => {
  expect(understood({ since: { kind: 'number', text: '42156' } }).value.since).toBe('2015-06-01')
})

test.each([
  ['ethnicity', '01', '01'],
  ['ethnicity', '1', '01'],
  ['ethnicity', '汉族', '01'],
  ['ethnicity', '汉', '01'],
  ['ethnicity', '01汉族', '01'],
  ['employment', '在岗', '1'],
  ['employment', '待（下）岗', '2'],
  ['employment', '内退', '7'],
  ['change', '转入', 2],
  ['change', '03', 3],
])('%s may be written %s (rulebook 4.3, 8.8)', (column, typed, kept) => {
  expect(understood({ [column]: typed }).value).toMatchObject({ [column]: kept })
})

test('every fault of a line is named at once', () => {
  const line = { name: '', sex: '男', phone: '1381234567', ethnicity: '火星', since: '2099-01-01', change: '6' }

  expect(faultsOf(line).toSorted()).toEqual([
    'change membership.import.has_left',
    'ethnicity membership.import.unknown_ethnicity',
    'name people.name.empty',
    'phone people.phone.length',
    'sex people.identity.sex_mismatch',
    'since membership.import.day_ahead',
  ])
})

test('somebody under sixteen is not entered (MEM-04)', () => {
  const young = makeIdentityNumber({ address: '440103', birthDate: '2015-05-17', sequence: 12 })
  expect(faultsOf({ identityNumber: young })).toEqual(['identityNumber people.under_age'])
})

test('a document that holds no birth date needs one in the sheet', () => {
  const passport = { identityKind: '护照', identityNumber: 'E12345678' }
  expect(faultsOf(passport)).toEqual(['birthDate kernel.field_missing', 'sex kernel.field_missing'])
  expect(understood({ ...passport, birthDate: '1990-05-17', sex: '女' }).value.person).toMatchObject({
    identityKind: 'passport',
    birthDate: '1990-05-17',
    sex: 'female',
  })
})
