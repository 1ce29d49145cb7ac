import { expect, test } from 'vitest'
import { makeFinder } from './never-told.ts'

test('a text is found wherever it stands in a body, and in whatever it is wrapped', () => {
  const find = makeFinder(['1990-05-01', '19900501', '1234567890123456789X'])

  expect(find('1990-05-01')).toEqual(['1990-05-01'])
  expect(find('{"a":"x19900501y"}')).toEqual(['19900501'])
  expect(find('…1990-05-0119900501').sort()).toEqual(['1990-05-01', '19900501'])
  expect(find('1990-05-0')).toEqual([])
  expect(find('')).toEqual([])
})
