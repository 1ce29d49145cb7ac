import { expect, test } from 'vitest'
import { sizeWords } from './size-words.ts'

test('a size is read in KB below a MB, and never as nothing', () => {
  expect([1, 1_499, 412_300, 999_999, 3_412_000].map(sizeWords)).toEqual([
    '1 KB',
    '1 KB',
    '412 KB',
    '1000 KB',
    '3.4 MB',
  ])
})
