import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsBetween, covers, coversRange, isPath, type Place, pathAncestors, subtreeOf } from './place.ts'

// Few cells and few labels, so that places often meet.
const label = fc.oneof(fc.constantFrom('000', '001', '00z', 'zzz'), fc.stringMatching(/^[0-9a-z]{3}$/))
const path = fc.array(label, { maxLength: 4 }).map((labels) => labels.join(''))
const place = fc.record({ cell: fc.constantFrom(0, 440_103, 999_999), path })

test('a path is any number of three-character labels, in lower case', () => {
  for (const text of ['', '001', '00z', '001002zzz']) expect(isPath(text)).toBe(true)
  for (const text of ['0', '0010', '00A', '00-', '001 ', '001\n', "001'--", '~', '０01'])
    expect(isPath(text)).toBe(false)
})

test('a subtree covers exactly its place and what is below it in the same cell', () => {
  fc.assert(
    fc.property(place, place, (top, other) => {
      const below = other.cell === top.cell && other.path.startsWith(top.path)

      expect(covers(subtreeOf(top), other)).toBe(below)
    }),
  )
  fc.assert(
    fc.property(place, path, (top, further) => {
      expect(covers(subtreeOf(top), { cell: top.cell, path: top.path + further })).toBe(true)
    }),
  )
})

test('a sibling whose label begins alike is not covered', () => {
  const of = (text: string): Place => ({ cell: 1, path: text })

  expect(covers(subtreeOf(of('001')), of('002'))).toBe(false)
  expect(covers(subtreeOf(of('001002')), of('001003'))).toBe(false)
  expect(covers(subtreeOf(of('001002')), of('001'))).toBe(false)
  expect(covers(subtreeOf(of('00z')), of('zzz'))).toBe(false)
})

test('whole cells cover every path in them, both ends included', () => {
  const province = cellsBetween(440_000, 449_999)

  for (const cell of [440_000, 440_103, 449_999]) expect(covers(province, { cell, path: 'zzzzzz' })).toBe(true)
  for (const cell of [439_999, 450_000]) expect(covers(province, { cell, path: '' })).toBe(false)
})

test('a range holds another exactly when it covers every place the other covers', () => {
  fc.assert(
    fc.property(place, place, place, (outer, inner, probe) => {
      const [a, b] = [subtreeOf(outer), subtreeOf(inner)]

      if (coversRange(a, b) && covers(b, probe)) expect(covers(a, probe)).toBe(true)
      expect(coversRange(a, b)).toBe(covers(a, inner))
    }),
  )
  expect(coversRange(cellsBetween(1, 5), cellsBetween(1, 6))).toBe(false)
  expect(coversRange(cellsBetween(1, 5), subtreeOf({ cell: 5, path: '001' }))).toBe(true)
})

test('the ancestors of a path lead from the cell’s root down to itself', () => {
  expect(pathAncestors('')).toEqual([''])
  expect(pathAncestors('001002')).toEqual(['', '001', '001002'])
})
