import { expect, test } from 'vitest'
import { counted, emptyPart, narrowed, place, placeNamed, withoutPart } from './split-draft.ts'

const people = [
  { membership: 'a', name: '王一', identityMask: '44***1', status: 'active' },
  { membership: 'b', name: '王二', identityMask: '44***2', status: 'provisional' },
  { membership: 'c', name: '李三', identityMask: '33***X', status: 'listed' },
]
const [east, west] = [
  { ...emptyPart(), name: '东区工会', shortName: '东区' },
  { ...emptyPart(), name: '西区工会' },
]

test('whoever is placed counts where they go, whoever is not stays and is named', () => {
  const placed = place(place({}, ['a', 'b'], east.key), ['b'], west.key)

  expect(counted(people, placed, [east, west])).toEqual({
    parts: [
      { part: east, members: 1, waiting: 0 },
      { part: west, members: 0, waiting: 1 },
    ],
    stays: { members: 1, waiting: 0, names: ['李三'] },
  })
  expect(counted(people, place(placed, ['a'], null), [east]).stays.names).toEqual(['王一', '李三'])
  expect(withoutPart(placed, east.key)).toEqual({ b: west.key })
})

test('people are narrowed by name, masked number, standing and where they go', () => {
  const placed = place({}, ['a'], east.key)
  const found = (by: object) =>
    narrowed(people, placed, { text: '', status: '', where: '', ...by }).map(({ name }) => name)

  expect(found({ text: '王' })).toEqual(['王一', '王二'])
  expect(found({ text: '33' })).toEqual(['李三'])
  expect(found({ status: 'listed' })).toEqual(['李三'])
  expect(found({ where: 'stays' })).toEqual(['王二', '李三'])
  expect(found({ where: east.key })).toEqual(['王一'])
})

test('a list places each line where it says, by name or short name, else where was chosen; an unknown name is told', () => {
  const found = [
    { row: 2, membership: 'a', to: '东区' },
    { row: 3, membership: 'b', to: null },
    { row: 4, membership: 'c', to: '南区工会' },
  ]

  expect(placeNamed({}, found, [east, west], west.key)).toEqual({
    ...{ placed: { a: east.key, b: west.key }, count: 2 },
    unknown: [{ row: 4, to: '南区工会' }],
  })
})
