import { expect, test } from 'vitest'
import { asksBirthAndSex, emptyDraft, missingIn, placeFaults, type WindowDraft, windowBody } from './window-form.ts'

const full: WindowDraft = {
  ...emptyDraft,
  number: ' 11010519491231002X ',
  name: '王小明',
  phone: '13812345678',
  proof: { kind: 'code', phoneCode: '123456', file: null },
  notice: true,
  sensitive: true,
}

test('everything that is missing is named at once', () => {
  expect(missingIn(emptyDraft)).toEqual(['number', 'name', 'phone', 'phoneCode', 'consents'])
})

test('a document that holds neither birth date nor sex asks for both, a resident card for neither', () => {
  expect(asksBirthAndSex('passport')).toBe(true)
  expect(asksBirthAndSex('resident_card')).toBe(false)
  expect(missingIn({ ...full, kind: 'passport' })).toEqual(['birthDate', 'sex'])
})

test('somebody without a phone joins on signed paper', () => {
  const paper: WindowDraft = { ...full, phone: '', proof: { kind: 'paper', phoneCode: '', file: 'f1' } }
  expect(windowBody(paper, 'u1', '2026-03')).toEqual({
    unit: 'u1',
    name: '王小明',
    identityKind: 'resident_card',
    identityNumber: '11010519491231002X',
    proof: { kind: 'paper', file: 'f1' },
    consents: { notice: '2026-03', sensitive: true },
  })
  expect(missingIn({ ...paper, proof: { ...paper.proof, file: null } })).toEqual(['file'])
})

test('that the employer’s union is not to know is sent where it was ticked, and not said otherwise', () => {
  expect(windowBody({ ...full, confidential: true }, 'u1', 'v')).toMatchObject({ confidential: true })
  expect(windowBody(full, 'u1', 'v')).not.toHaveProperty('confidential')
})

test('a birth date typed for another kind of document is not sent with a resident card', () => {
  expect(windowBody({ ...full, birthDate: '1990-01-01', sex: 'male' }, 'u1', 'v')).not.toHaveProperty('birthDate')
  expect(windowBody(emptyDraft, 'u1', 'v')).toBe(null)
})

test('every fault the server names finds its field, and one without a field is still shown', () => {
  const { byField, elsewhere } = placeFaults(
    new Map([
      ['/identityNumber', '证件号码有误'],
      ['/proof/phoneCode', '验证码不对'],
      ['/unit', '这个工会正在撤并'],
    ]),
  )
  expect([...byField]).toEqual([
    ['number', '证件号码有误'],
    ['phoneCode', '验证码不对'],
  ])
  expect(elsewhere).toEqual(['这个工会正在撤并'])
})
