import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { withNumbers } from './texts-as-numbers.ts'

const shape = { cell: Type.Integer(), name: Type.String() }
const read = (cell: unknown) => withNumbers(shape, { cell }).cell

test('plain digits become a number where the shape wants one, and stay text where it does not', () => {
  expect(withNumbers(shape, { cell: '440103', name: '440103' })).toEqual({ cell: 440_103, name: '440103' })
  expect([read('0'), read('-7'), read('999999999999999')]).toEqual([0, -7, 999_999_999_999_999])
})

test('what is no whole number in plain digits stays as it is, so that it is refused and not guessed', () => {
  for (const text of ['440103.9', '4e5', '0x10', ' 1', '1 ', '', '01', '１２', '1234567890123456', 'true', '-0', 'NaN'])
    expect(read(text)).toBe(text)
  expect(read(['1'])).toEqual(['1'])
  expect(read(undefined)).toBeUndefined()
})

test('a field the shape does not know is passed on untouched', () => {
  expect(withNumbers(shape, { other: '1' })).toEqual({ other: '1' })
})
