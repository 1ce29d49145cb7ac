import { expect, test } from 'vitest'
import { emptyDraft } from './draft.ts'
import { formAfter, startForm } from './form-state.ts'

const wrong = formAfter(startForm({ ...emptyDraft, number: '1', name: '陈 1' }), {
  type: 'refused',
  faults: { number: '位数不对', name: '不能有数字' },
})

test('typing into a wrong field clears its fault and no other', () => {
  const after = formAfter(wrong, { type: 'answer', step: 'name', change: { name: '陈志强' } })
  expect(after.faults).toEqual({ number: '位数不对' })
  expect(after.draft.name).toBe('陈志强')
  expect(after.mending).toBe(true)
})

test('another kind of document takes back what was said about the number', () => {
  const after = formAfter(wrong, { type: 'answer', step: 'document', change: { kind: 'passport' } })
  expect(after.faults).toEqual({ name: '不能有数字' })
})

test('birth date and sex are dropped for a document that holds them', () => {
  const typed = startForm({ ...emptyDraft, kind: 'passport', birthDate: '1990-05-06', sex: 'female' })
  const after = formAfter(typed, { type: 'answer', step: 'document', change: { kind: 'resident_card' } })
  expect(after.draft).toMatchObject({ birthDate: '', sex: '' })
})

test('a check sets and clears the fault of its own step', () => {
  const found = formAfter(startForm(emptyDraft), { type: 'checked', step: 'phone', fault: '位数不对' })
  expect(found.faults).toEqual({ phone: '位数不对' })
  expect(formAfter(found, { type: 'checked', step: 'phone', fault: undefined }).faults).toEqual({})
})

test('a refusal without wrong fields is nothing to mend', () => {
  expect(formAfter(startForm(emptyDraft), { type: 'refused', faults: {} }).mending).toBe(false)
})
