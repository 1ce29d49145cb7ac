import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasQuorum } from './attendance.ts'
import { ballotsFinding, isValidBallot } from './ballots.ts'
import { decide, decideRunOff, type Tally } from './decide.ts'
import { passes } from './majority.ts'

const half = { parts: 1, whole: 2 }
const worked = (h: number): Tally[] =>
  Object.entries({ A: 48, B: 47, C: 45, D: 44, E: 41, F: 36, G: 31, H: h }).map(([candidate, yes]) => ({
    candidate,
    yes,
  }))

test('the worked count: six are elected and two with equal votes for the seventh seat stand again (ELE-56 to ELE-59)', () => {
  expect(hasQuorum(50, 58, { parts: 2, whole: 3 })).toBe(true)
  expect(ballotsFinding({ present: 50, issued: 50, returned: 50, invalid: 1 })).toBe('valid')
  expect(isValidBallot(8, 7)).toBe(false)

  expect(decide(worked(31), 7, 58, half)).toEqual({
    elected: ['A', 'B', 'C', 'D', 'E', 'F'],
    tied: ['G', 'H'],
    tiedSeats: 1,
    emptySeats: 0,
  })
  expect(
    decideRunOff(
      [
        { candidate: 'G', yes: 20 },
        { candidate: 'H', yes: 28 },
      ],
      1,
    ),
  ).toMatchObject({ elected: ['H'], tied: [] })
})

test('the worked count with 29 for H: below the majority of 30, so G is elected and the result complete (ELE-58)', () => {
  expect(decide(worked(29), 7, 58, half)).toEqual({
    elected: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
    tied: [],
    tiedSeats: 0,
    emptySeats: 0,
  })
})

test('seats for which nobody has the majority stay empty and are counted (ELE-60)', () => {
  expect(decide(worked(29), 8, 58, half)).toMatchObject({
    elected: expect.objectContaining({ length: 7 }),
    emptySeats: 1,
  })
})

test('a run-off with equal votes again names them again', () => {
  expect(
    decideRunOff(
      [
        { candidate: 'G', yes: 24 },
        { candidate: 'H', yes: 24 },
      ],
      1,
    ),
  ).toEqual({
    elected: [],
    tied: ['G', 'H'],
    tiedSeats: 1,
    emptySeats: 0,
  })
})

const count = fc.record({
  yes: fc.array(fc.nat(60), { minLength: 1, maxLength: 20 }),
  seats: fc.integer({ min: 1, max: 12 }),
  expected: fc.integer({ min: 1, max: 60 }),
})
const talliesOf = (yes: readonly number[]): Tally[] =>
  yes.map((votes, index) => ({ candidate: `c${index}`, yes: votes }))

test('the order in which candidates are written down changes nothing', () => {
  fc.assert(
    fc.property(count, fc.integer(), ({ yes, seats, expected }, turn) => {
      const tallies = talliesOf(yes)
      const at = Math.abs(turn) % tallies.length
      const turned = [...tallies.slice(at), ...tallies.slice(0, at)].reverse()
      expect(decide(turned, seats, expected, half)).toEqual(decide(tallies, seats, expected, half))
    }),
  )
})

test('every seat is elected, tied for or empty; a tie is always named and never decided by chance', () => {
  fc.assert(
    fc.property(count, ({ yes, seats, expected }) => {
      const tallies = talliesOf(yes)
      const decision = decide(tallies, seats, expected, half)
      const votes = new Map(tallies.map((tally) => [tally.candidate, tally.yes]))
      const of = (id: string) => votes.get(id) ?? -1

      expect(decision.elected.length + decision.tiedSeats + decision.emptySeats).toBe(seats)
      for (const id of decision.elected) expect(passes(of(id), expected, half)).toBe(true)
      const out = tallies.filter(
        ({ candidate }) => !decision.elected.includes(candidate) && !decision.tied.includes(candidate),
      )
      for (const { yes: lost } of out) {
        for (const id of [...decision.elected, ...decision.tied]) expect(lost).toBeLessThan(of(id))
      }
      if (decision.tied.length > 0) {
        expect(new Set(decision.tied.map(of)).size).toBe(1)
        expect(decision.tied.length).toBeGreaterThan(decision.tiedSeats)
      }
    }),
  )
})

test('one vote more never takes a seat away from whoever got it', () => {
  fc.assert(
    fc.property(count, fc.nat(), ({ yes, seats, expected }, which) => {
      const tallies = talliesOf(yes)
      const before = decide(tallies, seats, expected, half)
      const lucky = before.elected[which % Math.max(1, before.elected.length)]
      if (lucky === undefined) return
      const after = decide(
        tallies.map((tally) => (tally.candidate === lucky ? { ...tally, yes: tally.yes + 1 } : tally)),
        seats,
        expected,
        half,
      )
      expect(after.elected).toContain(lucky)
    }),
  )
})
