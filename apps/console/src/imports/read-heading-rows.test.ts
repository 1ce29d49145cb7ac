import { expect, test } from 'vitest'
import { readHeadingRows } from './read-heading-rows.ts'

test('rows of headings are read as clerks type them, and nothing else is', () => {
  expect(readHeadingRows('2')).toEqual([2])
  expect(readHeadingRows('２，３')).toEqual([2, 3])
  expect(readHeadingRows('2、3')).toEqual([2, 3])
  expect(readHeadingRows('0')).toEqual([])
  expect(readHeadingRows('')).toBe(null)
  expect(readHeadingRows('第二行')).toBe(null)
  expect(readHeadingRows('21')).toBe(null)
  expect(readHeadingRows('1,2,3,4')).toBe(null)
})
