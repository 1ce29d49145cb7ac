import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findForm, hasQuorum, proposersNeeded, quorumOf } from './attendance.ts'
import { votesToBeElected } from './majority.ts'

const twoThirds = { parts: 2, whole: 3 }
const half = { parts: 1, whole: 2 }
const third = { parts: 1, whole: 3 }

test.each([
  [24, 16, 13, 8],
  [25, 17, 13, 9],
  [40, 27, 21, 14],
  [58, 39, 30, 20],
  [60, 40, 31, 20],
  [99, 66, 50, 33],
  [100, 67, 51, 34],
  [101, 68, 51, 34],
  [150, 100, 76, 50],
  [240, 160, 121, 80],
])(
  'of %i expected %i make a quorum, %i votes elect, %i may propose (ELE-50, ELE-58, ELE-13)',
  (all, quorum, votes, propose) => {
    expect([quorumOf(all, twoThirds), votesToBeElected(all, half), proposersNeeded(all, third)]).toEqual([
      quorum,
      votes,
      propose,
    ])
  },
)

test('T-ELE-2 and T-ELE-3: of 58 expected 38 are no quorum and 39 are one (ELE-50)', () => {
  expect([hasQuorum(38, 58, twoThirds), hasQuorum(39, 58, twoThirds)]).toEqual([false, true])
})

test('T-ELE-1: delegates of 99 members may not meet in their place; at 100 it is allowed and said (ELE-10)', () => {
  expect([99, 100, 101].map((members) => findForm('delegate', members, 100))).toEqual([
    'members_meet',
    'texts_differ',
    'ok',
  ])
  expect(findForm('general', 5_000, 100)).toBe('ok')
})

test('the quorum is the fewest with whom a meeting may elect, and more people never unmake it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (expected) => {
      const quorum = quorumOf(expected, twoThirds)
      expect(hasQuorum(quorum, expected, twoThirds)).toBe(true)
      expect(hasQuorum(quorum - 1, expected, twoThirds)).toBe(false)
      expect(hasQuorum(expected, expected, twoThirds)).toBe(true)
    }),
  )
  expect(hasQuorum(0, 0, twoThirds)).toBe(false)
})
