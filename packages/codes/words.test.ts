import { expect, test } from 'vitest'
import { checkPhone } from './contact/check-phone.ts'
import { checkCreditCode } from './credit/check-credit-code.ts'
import { checkIdentityNumber } from './identity/check-identity-number.ts'
import { checkName } from './name/check-name.ts'
import { wordsFor } from './words.ts'

test('every fault a checker names has words in both languages', () => {
  const identity = checkIdentityNumber('resident_card', '990105204901010020', { today: '2026-09-01', sex: 1 })
  const credit = checkCreditCode('00A1010', 'union')
  const phone = checkPhone('1281234123')
  const name = checkName('<b>1</b>\u0007')

  const words = [
    ...(identity.ok ? [] : identity.faults.map((fault) => wordsFor('identity', fault.code, 'zh'))),
    ...(credit.ok ? [] : credit.faults.map((fault) => wordsFor('credit', fault.code, 'en'))),
    ...(phone.ok ? [] : phone.faults.map((fault) => wordsFor('phone', fault.code, 'zh'))),
    ...(name.ok ? [] : name.faults.map((fault) => wordsFor('name', fault.code, 'en'))),
  ]

  expect(words).toHaveLength(14)
  expect(new Set(words).size).toBe(14)
  expect(words).toContain('证件号码有误，请逐位核对')
})

test('a code without words is a mistake, not an empty line on a screen', () => {
  expect(() => Reflect.apply(wordsFor, undefined, ['name', 'absent', 'zh'])).toThrow(RangeError)
})
