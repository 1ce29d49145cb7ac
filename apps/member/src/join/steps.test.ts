import { expect, test } from 'vitest'
import { type Draft, emptyDraft } from './draft.ts'
import { faultsBySteps, firstFaulty, firstOpenStep, stepAfter, stepOnward, stepsOf } from './steps.ts'

const filled: Draft = { ...emptyDraft, number: '11010519491231002X', name: '陈志强', phone: '13800005678' }
const passport: Draft = { ...filled, kind: 'passport', number: 'E12345678' }

test('a resident types three things and a phone code', () => {
  expect(stepsOf('joining', emptyDraft)).toEqual(['number', 'name', 'phone', 'consent', 'code'])
})

test('birth date and sex are asked only where the document does not hold them', () => {
  expect(stepsOf('joining', passport)).toEqual(['number', 'name', 'birth', 'sex', 'phone', 'consent', 'code'])
  expect(stepsOf('mending', { ...filled, kind: 'taiwan_residence_permit' })).toEqual(['number', 'name'])
  expect(stepsOf('mending', { ...filled, kind: 'foreign_permanent_resident_card' })).toContain('birth')
})

test('the choice of a document is a side road that leads back to the number', () => {
  expect(stepAfter('joining', filled, 'document')).toBe('number')
  expect(stepOnward('joining', filled, 'document', { name: 'x' }, true)).toBe('number')
})

test('somebody whose phone died goes on at the first question without an answer', () => {
  expect(firstOpenStep('joining', emptyDraft)).toBe('number')
  expect(firstOpenStep('joining', { ...filled, number: '' })).toBe('number')
  expect(firstOpenStep('joining', filled)).toBe('consent')
  expect(firstOpenStep('joining', { ...filled, agreedNotice: true, agreedSensitive: true })).toBe('code')
})

test("the server's faults come to the steps that can mend them, the first wrong one first", () => {
  const faults = faultsBySteps([
    { field: '/phone', code: 'a', text: '手机号码位数不对' },
    { field: '/name', code: 'b', text: '姓名中不能有数字' },
    { field: '/name', code: 'c', text: '姓名不能超过 50 个字' },
    { field: '/consents/notice', code: 'd', text: '说明已更新' },
    { field: '/elsewhere', code: 'e', text: 'x' },
  ])
  expect(faults).toEqual({
    phone: '手机号码位数不对',
    name: '姓名中不能有数字 姓名不能超过 50 个字',
    consent: '说明已更新',
  })
  expect(firstFaulty('joining', filled, faults)).toBe('name')
})

test('mending goes straight from one wrong field to the next, and then to the end', () => {
  const faults = { name: 'x', phone: 'y' }
  expect(stepOnward('joining', filled, 'name', faults, true)).toBe('phone')
  expect(stepOnward('joining', filled, 'phone', { phone: 'y' }, true)).toBe('code')
  expect(stepOnward('joining', filled, 'name', faults, false)).toBe('phone')
  expect(stepOnward('joining', filled, 'number', {}, false)).toBe('name')
})
