import { expect, test } from 'vitest'
import { isTotpCode, newTotpSecret, totpAddress, totpCode, totpSecretText } from './totp.ts'

/** The secret and the moments of RFC 6238, appendix B, with the last six of its eight digits. */
const secret = '12345678901234567890'
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
] as const
const at = (seconds: number) => new Date(seconds * 1000)

test.each(vectors)('RFC 6238: at second %i the code is %s, and half a minute off it still is', (seconds, code) => {
  expect(totpCode(secret, at(seconds))).toBe(code)
  expect(isTotpCode(secret, code, at(seconds))).toBe(true)
  expect(isTotpCode(secret, code, at(seconds + 30))).toBe(true)
  expect(isTotpCode(secret, code, at(seconds + 90))).toBe(false)
})

test('a code of another length or another secret is wrong', () => {
  expect(isTotpCode(secret, '94287082', at(59))).toBe(false)
  expect(isTotpCode(secret, '', at(59))).toBe(false)
  expect(isTotpCode(newTotpSecret(), '287082', at(59))).toBe(false)
})

test('RFC 4648: an authenticator takes the secret in base32, by hand or from the address it scans', () => {
  expect(totpSecretText('foobar')).toBe('MZXW6YTBOI')
  expect(totpAddress(secret, '工桥', 'zhang.san')).toBe(
    `otpauth://totp/${encodeURIComponent('工桥')}:zhang.san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent('工桥')}&digits=6&period=30`,
  )
})
