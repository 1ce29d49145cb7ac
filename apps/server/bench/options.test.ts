import { expect, test } from 'vitest'
import { readOptions, rowNames } from './options.ts'

test('without options every row is measured at full length in a folder that goes away', () => {
  expect(readOptions([])).toEqual({ json: undefined, quick: false, only: new Set(rowNames), data: undefined })
})

test('rows are chosen by name, and a name nobody knows is refused with those there are', () => {
  expect(readOptions(['--quick', '--only', 'join.http, start.again', '--json', 'out.json'])).toMatchObject({
    quick: true,
    json: 'out.json',
    only: new Set(['join.http', 'start.again']),
  })
  expect(() => readOptions(['--only', 'join'])).toThrow('join.http')
})
