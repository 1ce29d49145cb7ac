import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

const odd = [' ', '\u3000', '\u200b', 'Ａ', '９', '甲', 'a', '\n', '𬭎', '\ud800', '，']

test('spaces of every width, line breaks and characters without a width are tidied away', () => {
  expect(plainText('\u3000张\u200b三 \u00a0\r\n 丰\ufeff ')).toBe('张三 丰')
  expect(plainText('\u202a440102199003074512\u202c')).toBe('440102199003074512')
  expect(plainText('\ufeff')).toBe('')
})

test('full-width digits and letters become narrow ones, and Chinese punctuation stays', () => {
  expect(plainText('１１０１０１Ｘａ')).toBe('110101Xa')
  expect(plainText('广州（集团）、工会')).toBe('广州（集团）、工会')
})

test('a rare name stays the character it was written with', () => {
  for (const name of ['䶮', '㙍', '𬭎', '\uf900', '葛󠄀']) expect(plainText(name)).toBe(name)
})

test('what is plain already stays as it is, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...odd) }), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text))
    }),
  )
})

test('a long text that is not plain costs no more than its length', () => {
  expect(plainText(`${'a'.repeat(30_000)}\u200b`)).toHaveLength(30_000)
})
