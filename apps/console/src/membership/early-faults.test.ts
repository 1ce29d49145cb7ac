import { expect, test } from 'vitest'
import { earlyFaults } from './early-faults.ts'
import { emptyDraft } from './window-form.ts'

const today = '2026-09-01'

test('a slip in the number, the name and the phone are told together, before anything is sent', () => {
  const faults = earlyFaults({ ...emptyDraft, number: '110105194912310021', name: '王1', phone: '138' }, today, 'zh')
  expect([...faults.keys()]).toEqual(['number', 'name', 'phone'])
  expect(faults.get('number')).toBe('证件号码有误，请逐位核对')
})

test('what is right or still empty is not faulted', () => {
  expect(earlyFaults(emptyDraft, today, 'zh').size).toBe(0)
  const right = { ...emptyDraft, number: '11010519491231002x', name: '买买提·阿卜杜', phone: '+86 138-1234-1234' }
  expect(earlyFaults(right, today, 'en').size).toBe(0)
})

test('MEM-04: somebody under sixteen is told at once', () => {
  expect(earlyFaults({ ...emptyDraft, number: '110105201501010027' }, today, 'zh').has('number')).toBe(true)
})
