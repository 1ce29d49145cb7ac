import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retentionReasons } from './machine.ts'
import { carries, neglectFaults, voteFaults } from './rules.ts'
import { type ChangeReason, duesFrom, lifeStates, nationalReason, rightsOf, transitionOf } from './transitions.ts'

/** The rulebook's own list (section 4.4), written down a second time. */
const allowed: readonly string[] = [
  ...retentionReasons.map((reason) => `active>retained:${reason}`),
  'retained>active:working_again',
  ...['active', 'retained'].flatMap((from) => [
    `${from}>resigned:asked`,
    `${from}>resigned:deemed`,
    `${from}>expelled:crime`,
    `${from}>deceased:died`,
  ]),
]
const reasons: readonly ChangeReason[] = [
  ...retentionReasons,
  'working_again',
  'asked',
  'deemed',
  'crime',
  'died',
  'mistaken',
  'routed',
]

test('exactly the changes of the rulebook’s table pass, and nobody comes back from having left (4.4)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lifeStates),
      fc.constantFrom(...lifeStates),
      fc.constantFrom(...reasons),
      (from, to, reason) => {
        expect(transitionOf(from, to, reason) !== undefined).toBe(allowed.includes(`${from}>${to}:${reason}`))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('each change has the national code of its kind, death the internal one (4.3, MEM-43)', () => {
  expect(transitionOf('active', 'retained', 'retired')?.code).toBe(3)
  expect(transitionOf('retained', 'active', 'working_again')?.code).toBe(2)
  expect(transitionOf('retained', 'resigned', 'asked')?.code).toBe(6)
  expect(transitionOf('active', 'expelled', 'crime')?.code).toBe(5)
  expect(transitionOf('active', 'deceased', 'died')?.code).toBe(90)
  expect(reasons.map(nationalReason)).toEqual([1, 2, 3, 4, 1, 5, 5, 6, null, null, 1])
})

test('a retained member pays no dues and neither votes nor stands (MEM-37, T-MEM-2); a provisional one neither', () => {
  expect(rightsOf('active')).toEqual({ votes: true, stands: true, paysDues: true })
  for (const status of ['retained', 'provisional', 'listed', 'ended'])
    expect(rightsOf(status)).toEqual({ votes: false, stands: false, paysDues: false })
})

test('dues run again from the month after a return (MEM-38)', () => {
  expect(['2026-03-02', '2026-03-31', '2026-12-01'].map(duesFrom)).toEqual(['2026-04-01', '2026-04-01', '2027-01-01'])
})

test('six months unpaid and six without taking part come before the talk; whoever took part is not deemed to have left (MEM-40, T-MEM-3)', () => {
  const neglect = { unpaidFrom: '2025-09-01', tookPartOn: '2025-08-20', educatedOn: '2026-03-01' }

  expect(neglectFaults(neglect, '2026-03-02')).toEqual([])
  expect(neglectFaults({ ...neglect, tookPartOn: null }, '2026-03-02')).toEqual([])
  expect(neglectFaults({ ...neglect, unpaidFrom: '2025-09-02' }, '2026-03-02')).toMatchObject([
    { field: '/unpaidFrom' },
  ])
  expect(neglectFaults({ ...neglect, tookPartOn: '2025-12-24' }, '2026-03-02')).toMatchObject([
    { field: '/tookPartOn' },
  ])
  expect(neglectFaults({ ...neglect, educatedOn: '2026-03-03' }, '2026-03-02')).toMatchObject([
    { field: '/educatedOn' },
  ])
})

test('a vote adds up, and carries only by more than half of all members of the committee', () => {
  const votes = fc.record({
    members: fc.integer({ min: 1, max: 30 }),
    for: fc.integer({ min: 0, max: 30 }),
    against: fc.integer({ min: 0, max: 30 }),
    abstained: fc.integer({ min: 0, max: 30 }),
  })
  fc.assert(
    fc.property(votes, (vote) => {
      const present = vote.for + vote.against + vote.abstained
      expect(voteFaults({ ...vote, present }).length === 0).toBe(present <= vote.members)
      expect(voteFaults({ ...vote, present: present + 1 }).map(({ field }) => field)).toContain('/vote/for')
      if (carries({ ...vote, present })) expect(vote.for).toBeGreaterThan(vote.members - vote.for)
    }),
  )
})
