import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

test('a pasted line is read whatever is left out, with Chinese or Western commas or tabs', () => {
  expect(
    readLines('甲纸业有限公司，91330825MA1234567X，C22，120\n\n乙协会\t52330825MJA1234567\n丙店, 30\r\n丁厂，c1311'),
  ).toEqual([
    { name: '甲纸业有限公司', creditCode: '91330825MA1234567X', industry: 'C22', employees: 120 },
    { name: '乙协会', creditCode: '52330825MJA1234567' },
    { name: '丙店', employees: 30 },
    { name: '丁厂', industry: 'C1311' },
  ])
})

test('nothing is read from nothing', () => {
  expect(readLines(' \n\n')).toEqual([])
})
