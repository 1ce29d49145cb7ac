import { createHmac } from 'node:crypto'
import { checkMinuteCode, minuteOf } from '@gongqiao/kernel/shared/minute-code.ts'
import { expect, test } from 'vitest'
import { bytesOf, checkLink, codeAt } from './minute.ts'

const secret = Buffer.from('gongqiao card secret of a test').toString('base64url')
const now = Date.parse('2026-03-05T08:30:45Z')
const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest()

test("the phone's code is the one the server expects, for this minute and one beside it", () => {
  const code = codeAt('823044179052', secret, now)
  const checked = (minutes: number) =>
    checkMinuteCode(hmac, Buffer.from(secret, 'base64url'), '823044179052', minuteOf(now) + minutes, code)
  expect([-2, -1, 0, 1, 2].map(checked)).toEqual([false, true, true, true, false])
})

test('the code changes with the minute and stays within it', () => {
  expect(codeAt('823044179052', secret, now)).toBe(codeAt('823044179052', secret, now - 45_000))
  expect(codeAt('823044179052', secret, now)).not.toBe(codeAt('823044179052', secret, now + 15_000))
})

test('a secret is read from base64url with and without padding', () => {
  expect([...bytesOf('-_8')]).toEqual([0xfb, 0xff])
  expect([...bytesOf('-_8=')]).toEqual([0xfb, 0xff])
})

test('the QR opens the check in any scanner', () => {
  expect(checkLink('https://example.org', '823044179052', '01234567')).toBe(
    'https://example.org/c/823044179052.01234567',
  )
})
