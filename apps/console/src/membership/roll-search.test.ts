import { expect, test } from 'vitest'
import { filtersOf, isNumber, isPlain, readRollSearch, searchOf, wishOf } from './roll-search.ts'

test('an address never asks for a number or a phone, however it is written', () => {
  for (const find of ['13812345678', '４４０１', '张 138', '44010319900501001X']) {
    expect(isNumber(find)).toBe(true)
    expect(readRollSearch({ find }).find).toBeUndefined()
  }
  expect(readRollSearch({ find: 13812345678 }).find).toBeUndefined()
  expect(readRollSearch({ find: '艾力·买买提' }).find).toBe('艾力·买买提')
})

test('what an address says wrongly asks for nothing', () => {
  const read = readRollSearch({ sex: 'x', ageFrom: 'old', ageTo: 200, sinceFrom: '2026', holder: '1', match: 'near' })

  expect(filtersOf(read)).toEqual({})
  expect(isPlain(read, null)).toBe(true)
})

test('the plain list is asked unless something is sought or narrows it further', () => {
  expect(isPlain({ status: 'active', stand: 'unclaimed', order: 'name' }, null)).toBe(true)
  expect(isPlain({}, '13812345678')).toBe(false)
  for (const search of [{ find: '张' }, { sex: 'female' }, { ageFrom: 0 }, { stand: 'claimed' }] as const)
    expect(isPlain(search, null)).toBe(false)
})

test('a view keeps what an address looks for and not who is open, and gives the address back', () => {
  const search = { find: '张', match: 'whole', status: 'active', ageTo: 30, member: '440103.x' } as const

  const wish = wishOf(search)

  expect(wish).toEqual({ find: '张', match: 'whole', status: 'active', ageTo: 30 })
  expect(wishOf(searchOf(wish))).toEqual(wish)
})
