import { expect, test } from 'vitest'
import { readColumns, switchColumn } from './roll-columns.ts'

test('a kept choice survives columns that no longer exist, and never loses the name', () => {
  expect(readColumns(['unit', 'shoe_size', 'age'])).toEqual(['name', 'age', 'unit'])
  expect(readColumns('unit')).toBe(null)
})

test('a column is switched on in its own place, and off again', () => {
  expect(switchColumn(['name', 'unit'], 'sex')).toEqual(['name', 'sex', 'unit'])
  expect(switchColumn(['name', 'sex', 'unit'], 'sex')).toEqual(['name', 'unit'])
  expect(switchColumn(['name'], 'name')).toEqual(['name'])
})
