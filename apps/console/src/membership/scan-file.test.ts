import { expect, test } from 'vitest'
import { scanFault, sizeWords } from './scan-file.ts'

test('a scan is a JPG, PNG or PDF of at most 5 MB, and not empty', () => {
  expect(scanFault({ type: 'image/jpeg', size: 5 * 1024 * 1024 })).toBe(null)
  expect(scanFault({ type: 'image/jpeg', size: 5 * 1024 * 1024 + 1 })).toBe('size')
  expect(scanFault({ type: 'application/pdf', size: 0 })).toBe('empty')
  expect(scanFault({ type: 'image/heic', size: 100 })).toBe('kind')
})

test('sizes are told in words', () => {
  expect([1, 830_000, 5_600_000].map(sizeWords)).toEqual(['1 KB', '811 KB', '5.3 MB'])
})
