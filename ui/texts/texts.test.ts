import { expect, test } from 'vitest'
import { en } from './en.ts'
import { nameOf } from './index.ts'
import { zh } from './zh.ts'

test('the shared words have the same keys in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
})

test('a value without a word is shown as it is rather than as nothing', () => {
  expect(nameOf('zh', 'state', 'confirmed')).toBe('已确认')
  expect(nameOf('zh', 'state', 'something_new')).toBe('something_new')
})
