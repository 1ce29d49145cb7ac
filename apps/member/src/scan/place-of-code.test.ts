import { makeShortCode } from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { placeOfCode } from './place-of-code.ts'

const token = 'AQEd'.repeat(39)
const short = makeShortCode([1, 7, 20, 3, 11])

test('a joining code is read from its link, alone, and as a short code', () => {
  for (const text of [`https://a.cn/j/${token}`, `http://localhost:3000/j/${token}?from=wx`, token, ` ${token}\n`]) {
    expect(placeOfCode(text)).toEqual({ to: '/j/$code', code: token })
  }
  for (const text of [
    `https://a.cn/j/${short}`,
    short,
    short.toLowerCase(),
    `${short.slice(0, 3)} ${short.slice(3)}`,
  ]) {
    expect(placeOfCode(text)).toEqual({ to: '/j/$code', code: short })
  }
})

test('a card’s check code is read from its link and alone', () => {
  const code = '4400000000000011.01234567'
  expect(placeOfCode(`https://a.cn/c/${code}`)).toEqual({ to: '/c/$code', code })
  expect(placeOfCode(code)).toEqual({ to: '/c/$code', code })
})

test('whatever else a square says leads nowhere', () => {
  for (const text of [
    '',
    'https://evil.cn/',
    'https://a.cn/j/../admin',
    'javascript:alert(1)',
    'https://a.cn/x/y',
    '123456',
    'wxp://pay',
    'https://a.cn/c/1.2',
  ]) {
    expect(placeOfCode(text)).toBeUndefined()
  }
})
