import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMinuteCode, minuteCode, minuteOf } from '../shared/minute-code.ts'

const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest()
const secret = Buffer.from('12345678901234567890')
const card = '4400 0000 0001'

test('a minute begins at its full minute', () => {
  expect(minuteOf(0)).toBe(0)
  expect(minuteOf(59_999)).toBe(0)
  expect(minuteOf(60_000)).toBe(1)
})

test('without a card number the code is that of RFC 6238 appendix B for the same counter', () => {
  const rfcSecret = Buffer.from('12345678901234567890123456789012')

  expect(minuteCode(hmac, rfcSecret, '', 0x1)).toBe('46119246')
  expect(minuteCode(hmac, rfcSecret, '', 0x23523ec)).toBe('68084774')
  expect(minuteCode(hmac, rfcSecret, '', 0x27bc86aa)).toBe('77737706')
})

test('a code is good in its own minute and the two beside it, and in no other', () => {
  const good = Array.from({ length: 21 }, (_, index) => index + 90).filter((minute) =>
    checkMinuteCode(hmac, secret, card, minute, minuteCode(hmac, secret, card, 100)),
  )

  expect(good).toEqual([99, 100, 101])
})

test('a code is good for its own card and secret only', () => {
  const code = minuteCode(hmac, secret, card, 100)

  expect(checkMinuteCode(hmac, secret, '4400 0000 0002', 100, code)).toBe(false)
  expect(checkMinuteCode(hmac, Buffer.from('12345678901234567891'), card, 100, code)).toBe(false)
})

test('white space in a typed code is ignored, anything else is wrong', () => {
  const code = minuteCode(hmac, secret, card, 0)

  expect(checkMinuteCode(hmac, secret, card, 0, ` ${code.slice(0, 4)} ${code.slice(4)}\n`)).toBe(true)
  for (const other of ['', code.slice(1), `${code}0`, `0${code}`, `${code.slice(0, 7)}x`]) {
    expect(checkMinuteCode(hmac, secret, card, 0, other)).toBe(false)
  }
})

test('a code is always eight digits', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (minute, number) => {
      expect(minuteCode(hmac, secret, number, minute)).toMatch(/^\d{8}$/)
    }),
  )
})

test('a short secret and a minute that is none are refused', () => {
  expect(() => minuteCode(hmac, secret.subarray(1), card, 1)).toThrow(RangeError)
  for (const minute of [-1, 0.5, Number.NaN]) expect(() => minuteCode(hmac, secret, card, minute)).toThrow(RangeError)
})
