import { expect, test } from 'vitest'
import { accountPhone, memberPhone } from './phones.ts'

test('no two of the 89,999,999 ordinals share a phone', () => {
  // A stride that had a divisor in common with the range would come round after one of these steps.
  for (const divisor of [2, 3, 5]) expect(memberPhone(1 + 90_000_000 / divisor)).not.toBe(memberPhone(1))
})

test('a member never has the phone of a named account', () => {
  expect([1, 2, 20_000, 89_999_999].map((ordinal) => /^154[1-9]\d{7}$/.test(memberPhone(ordinal)))).not.toContain(false)
  expect(accountPhone(7)).toBe('15400000007')
})

test('an ordinal outside the range is refused', () => {
  expect(() => memberPhone(0)).toThrow(RangeError)
  expect(() => memberPhone(90_000_000)).toThrow(RangeError)
})
