import { expect, test } from 'vitest'
import { phoneCode, randomToken } from './random.ts'

test('a phone code is six digits, leading zeros kept, each digit anywhere', () => {
  const codes = Array.from({ length: 5000 }, phoneCode)

  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  for (let place = 0; place < 6; place++) {
    expect(new Set(codes.map((code) => code[place])).size).toBe(10)
  }
})

test('a random token has the asked bytes, never repeats, and is not allowed to be short', () => {
  expect(Buffer.from(randomToken(32), 'base64url')).toHaveLength(32)
  expect(new Set(Array.from({ length: 1000 }, () => randomToken(16))).size).toBe(1000)
  for (const bytes of [0, 15, Number.NaN]) expect(() => randomToken(bytes)).toThrow(RangeError)
})
