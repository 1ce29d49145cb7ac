import { expect, test } from 'vitest'
import { nameIn } from './fetch-file.ts'

test('a file keeps the Chinese name the server gives it', () => {
  expect(nameIn(`attachment; filename="file.xlsx"; filename*=UTF-8''${encodeURIComponent('名册-待改正.xlsx')}`)).toBe(
    '名册-待改正.xlsx',
  )
  expect(nameIn('attachment; filename="roster.xlsx"')).toBe('roster.xlsx')
  expect(nameIn('')).toBe('file.xlsx')
})
