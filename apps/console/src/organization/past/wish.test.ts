import { expect, test } from 'vitest'
import { draftOf, emptyDraft, papersOf, wishOf } from './wish.ts'

const typed = {
  ...emptyDraft,
  into: 'x',
  name: '新名',
  reason: ' 两家合并 ',
  resolvedOn: '2026-02-01',
  resolvedBy: '大会',
  auditedOn: '2026-02-02',
  auditedBy: '经审',
  property: '并入',
}

test('what a kind does not ask for is not sent, whatever was typed for another kind before', () => {
  expect(wishOf(typed, 'rename')).toEqual({ kind: 'rename', reason: '两家合并', name: '新名' })
  expect(wishOf(typed, 'move')).toEqual({ kind: 'move', reason: '两家合并', into: 'x' })
  expect(wishOf(typed, 'close')).toEqual({
    kind: 'close',
    reason: '两家合并',
    members: 'keep',
    audit: { on: '2026-02-02', by: '经审' },
    property: '并入',
  })
})

test('a union that ends with its employer is asked for no resolution (ORG-26), one that is dissolved is (ORG-25)', () => {
  expect(papersOf('close').resolution).toBe(false)
  expect(papersOf('dissolve').resolution).toBe(true)
})

test('what was returned is typed again as it was asked for, and sent whole', () => {
  const asked = {
    kind: 'split' as const,
    reason: '公司分立',
    members: 'keep' as const,
    resolution: { on: '2026-02-01', by: '大会' },
    audit: { on: '2026-02-02', by: '经审' },
    property: '按人数分',
    parts: [
      { name: '东区工会', shortName: '东区', children: ['u'], employers: [], people: ['a', 'b'] },
      { name: '西区工会', children: [], employers: ['e'], people: ['c'] },
    ],
  }
  const { members: _, ...sent } = asked

  expect(wishOf(draftOf(asked), 'split')).toEqual(sent)
})
