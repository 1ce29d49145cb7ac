import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidyCode, tidyHyphenated } from './tidy.ts'

test('full-width digits, a lower x, spaces and invisible characters are brought to one spelling', () => {
  expect(tidyCode('１１０１０５　１９４９１２３１ ００２ｘ')).toBe('11010519491231002X')
  expect(tidyCode('\ufeff110105\u200b19491231\u00a0002\u2060x\u202c\n')).toBe('11010519491231002X')
})

test('look-alike digits of other scripts are left for the checker to refuse', () => {
  expect(tidyCode('①②٣')).toBe('①②٣')
})

test('hyphens and dashes leave a hyphenated code', () => {
  expect(tidyHyphenated('81-110105–MC000001－2b')).toBe('81110105MC0000012B')
})

test('tidying twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tidyCode(tidyCode(text))).toBe(tidyCode(text))
      expect(tidyHyphenated(tidyHyphenated(text))).toBe(tidyHyphenated(text))
    }),
  )
})
