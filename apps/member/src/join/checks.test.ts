import { expect, test } from 'vitest'
import { checkStep } from './checks.ts'
import { type Draft, emptyDraft } from './draft.ts'

const today = '2026-03-05'
const told = (step: Parameters<typeof checkStep>[0], change: Partial<Draft>, language: 'zh' | 'en' = 'zh') =>
  checkStep(step, { ...emptyDraft, ...change }, today, language)

test('valid answers pass, also in small letters and with spaces (rulebook 8.1, 8.2, 8.10)', () => {
  expect(told('number', { number: '11010519491231002x' })).toBeUndefined()
  expect(told('number', { kind: 'taiwan_residence_permit', number: '830000199202290014' })).toBeUndefined()
  expect(told('number', { kind: 'hk_macao_travel_permit', number: 'H12345678' })).toBeUndefined()
  expect(told('name', { name: '阿卜杜拉·买买提' })).toBeUndefined()
  expect(told('phone', { phone: '+852 9123 4567' })).toBeUndefined()
})

test('every fault of a number is told, with how many characters there are', () => {
  expect(told('number', { number: '110105194912310' })).toContain('15 位')
  expect(told('number', { number: '1101051949' })).toBe('证件号码位数不对；要 18 位，现在是 10 位。')
  expect(told('number', { number: '110105194913310021' })).toContain('出生日期不存在')
  expect(told('number', { number: '' }, 'en')).toBe('Enter the number of the document.')
})

test('somebody under 16 is told when to come back, by number and by birth date (MEM-04)', () => {
  expect(told('number', { number: '110105201501010019' })).toBeDefined()
  expect(told('birth', { kind: 'passport', birthDate: '2010-03-06' })).toContain('16')
  expect(told('birth', { kind: 'passport', birthDate: '2010-03-05' })).toBeUndefined()
})

test('an unfinished or future birth date does not pass', () => {
  expect(told('birth', { kind: 'passport', birthDate: '1990-05-' })).toBe('请把年、月、日都选好。')
  expect(told('birth', { kind: 'passport', birthDate: '2030-01-01' })).toBeDefined()
})

test('each of the two consents is asked for by itself (PI-09)', () => {
  expect(told('consent', { agreedSensitive: true })).toContain('第一项')
  expect(told('consent', { agreedNotice: true })).toContain('第二项')
  expect(told('consent', { agreedNotice: true, agreedSensitive: true })).toBeUndefined()
})
