import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShortCode, makeShortCode, plainShortCode, shortCodeAlphabet } from './short-code.ts'

const numbers = fc.array(fc.integer({ min: 0, max: 28 }), { minLength: 5, maxLength: 5 })
const character = fc.constantFrom(...shortCodeAlphabet)

test('a short code is six characters without the ones that are taken for one another', () => {
  fc.assert(
    fc.property(numbers, (five) => {
      expect(makeShortCode(five)).toMatch(/^[2-9A-HJKMNPQRT-Y]{6}$/)
      expect(isShortCode(makeShortCode(five))).toBe(true)
    }),
  )
})

test('any one wrong character is found', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 5 }), character, (five, at, wrong) => {
      const code = makeShortCode(five)
      fc.pre(code[at] !== wrong)
      expect(isShortCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false)
    }),
  )
})

test('any two swapped characters are found', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (five, one, other) => {
      const code = [...makeShortCode(five)]
      const [a, b] = [code[one] ?? '', code[other] ?? '']
      fc.pre(a !== b)
      code[one] = b
      code[other] = a
      expect(isShortCode(code.join(''))).toBe(false)
    }),
  )
})

test('typed small, full-width, with spaces or hyphens, it is the same code', () => {
  const code = makeShortCode([3, 20, 8, 15, 27])
  const [a, b] = [code.slice(0, 3), code.slice(3)]
  const wide = [...code].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')
  for (const typed of [code.toLowerCase(), `${a} ${b}`, `${a}-${b}`, `${a}—${b}`, ` ${wide}　`]) {
    expect(plainShortCode(typed)).toBe(code)
  }
})

test('what is no short code is none', () => {
  for (const text of ['', '222', '0IOLSZ', '2222222', '入会码入会码', makeShortCode([1, 2, 3, 4, 5]).toLowerCase()]) {
    expect(isShortCode(text)).toBe(false)
  }
  expect(() => makeShortCode([1, 2, 3, 4])).toThrow(RangeError)
  expect(() => makeShortCode([1, 2, 3, 4, 29])).toThrow(RangeError)
})
