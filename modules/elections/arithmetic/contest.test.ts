import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ContestTerms, type Round, resultOfContest } from './contest.ts'
import { type Count, countFaults, sameCount } from './count.ts'
import { shortlist } from './decide.ts'

const half = { parts: 1, whole: 2 }
const of58: ContestTerms = { seats: 7, expected: 58, majority: half, reducedTo: null }
/** A count of 50 ballots, of which one is invalid. */
function count(yes: { readonly [candidate: string]: number }, more: Partial<Count> = {}): Count {
  const votes = Object.fromEntries(
    Object.entries(yes).map(([id, for_]) => [id, { yes: for_, no: 49 - for_, abstain: 0 }]),
  )
  return { present: 50, issued: 50, returned: 50, invalid: 1, votes, ...more }
}
const worked = { A: 48, B: 47, C: 45, D: 44, E: 41, F: 36, G: 31, H: 31 }
const first = (one: Count | undefined, other: Count | undefined = one): Round => ({
  kind: 'first',
  seats: 7,
  candidates: Object.keys(worked),
  counts: [one, other],
})

test('the worked count leads to a run-off of two, and whoever has more in it takes the seat (ELE-59)', () => {
  const tie = resultOfContest([first(count(worked))], of58)
  expect(tie).toMatchObject({ standing: 'tie', next: { kind: 'run_off', seats: 1, candidates: ['G', 'H'] } })

  const runOff: Round = {
    kind: 'run_off',
    seats: 1,
    candidates: ['G', 'H'],
    counts: [count({ G: 21, H: 28 }), count({ G: 21, H: 28 })],
  }
  const after = resultOfContest([first(count(worked)), runOff], of58)
  expect(after).toMatchObject({ standing: 'complete', next: undefined })
  expect(after.elected.map(({ candidate }) => candidate)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'H'])
})

test('nothing is decided before both tellers have counted the same, and where they differ is named', () => {
  expect(resultOfContest([{ ...first(count(worked)), counts: [count(worked), undefined] }], of58).standing).toBe(
    'waiting',
  )
  const other = count({ ...worked, C: 44 }, { returned: 49 })
  expect(resultOfContest([first(count(worked), other)], of58)).toMatchObject({
    standing: 'differs',
    elected: [],
    rounds: [{ differing: ['returned', 'C'] }],
  })
})

test('a void round elects nobody and is voted again by the same (ELE-56)', () => {
  const result = resultOfContest([first(count(worked, { returned: 51 }))], of58)
  expect(result).toMatchObject({ standing: 'void', elected: [], next: { kind: 'repeat', seats: 7 } })
})

test('empty seats go to a new ballot of the rest, or the meeting leaves them (ELE-60)', () => {
  const short = first(count({ ...worked, F: 20, G: 20, H: 20 }))
  expect(resultOfContest([short], of58)).toMatchObject({
    standing: 'short',
    next: { kind: 'rest', seats: 2, candidates: ['F', 'G', 'H'] },
  })
  expect(resultOfContest([short], { ...of58, reducedTo: 5 })).toMatchObject({ standing: 'complete', next: undefined })
})

test('every fault of a count is named at once (ELE-57)', () => {
  const wrong: Count = {
    present: 50,
    issued: 51,
    returned: 50,
    invalid: 51,
    votes: { A: { yes: 40, no: 0, abstain: 0 }, Z: { yes: 0, no: 0, abstain: 0 } },
  }
  expect(countFaults(wrong, ['A', 'B'], 1).map(({ at, code }) => `${at} ${code}`)).toEqual([
    'issued more_issued_than_present',
    'invalid more_invalid_than_returned',
    'A votes_do_not_add_up',
    'B votes_missing',
    'Z votes_for_nobody',
    'votes more_choices_than_seats',
  ])
  expect(countFaults(count(worked), Object.keys(worked), 7)).toEqual([])
})

test('a void count asks for no votes', () => {
  expect(countFaults(count({}, { returned: 51 }), ['A'], 1)).toEqual([])
  expect(sameCount(count({}), count({}))).toEqual([])
})

test('whoever is elected with equal votes stands in the order of the ballot', () => {
  const ballot: Round = { ...first(count({ A: 40, B: 40, C: 44 })), seats: 3, candidates: ['B', 'C', 'A'] }
  expect(resultOfContest([ballot], of58).elected.map(({ candidate }) => candidate)).toEqual(['C', 'B', 'A'])
})

const ballot = Object.keys(worked)
const preliminary = (one: Count, other = one): Round => ({ ...first(one, other), kind: 'preliminary' })

test('a preliminary vote elects nobody: whoever has most is on the final list, and the formal election follows (ELE-61)', () => {
  const listed = resultOfContest([preliminary(count({ ...worked, G: 20, H: 12 }))], of58)

  expect(listed).toMatchObject({
    standing: 'listed',
    elected: [],
    next: { kind: 'first', seats: 7, candidates: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
  })
  const formal: Round = {
    ...first(count({ A: 40, B: 40, C: 39, D: 38, E: 37, F: 36, G: 35 })),
    candidates: 'ABCDEFG'.split(''),
  }
  expect(resultOfContest([preliminary(count({ ...worked, G: 20, H: 12 })), formal], of58)).toMatchObject({
    standing: 'complete',
    elected: { length: 7 },
    next: undefined,
  })
})

test('equal votes for the last place of a final list leave nobody out by chance: all of them are on it (ELE-61)', () => {
  const { next } = resultOfContest([preliminary(count(worked))], of58)
  expect(next).toEqual({ kind: 'first', seats: 7, candidates: ballot })
})

test('a void preliminary vote is held again, and so is one that named nobody (ELE-56, ELE-61)', () => {
  const nobody = Object.fromEntries(ballot.map((id) => [id, 0]))
  for (const given of [count(worked, { returned: 51 }), count(nobody)])
    expect(resultOfContest([preliminary(given)], of58)).toMatchObject({
      elected: [],
      next: { kind: 'preliminary_again', seats: 7, candidates: ballot },
    })
})

const writes = (yes: number) => ({ ...count({ ...worked, F: 20, G: 20, H: 20 }).votes, X: { yes, no: 0, abstain: 0 } })
const withX = (yes: number, more: Partial<Round> = {}): Round => {
  const one = { ...count({}), votes: writes(yes) }
  return { ...first(one), candidates: ballot, ...more }
}

test('whoever is written in is elected by the same majority: 30 of 58 elect, 29 do not (ELE-55, ELE-58)', () => {
  const idsOf = (yes: number) => resultOfContest([withX(yes)], of58).elected.map(({ candidate }) => candidate)
  expect(idsOf(30)).toEqual(['A', 'B', 'C', 'D', 'E', 'X'])
  expect(idsOf(29)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('votes for somebody who may not sit elect nobody (ELE-30 to ELE-33)', () => {
  const result = resultOfContest([withX(45)], { ...of58, barred: new Set(['X']) })
  expect(result).toMatchObject({ standing: 'short', next: { seats: 2 } })
  expect(result.elected.map(({ candidate }) => candidate)).not.toContain('X')
})

test('whoever is written into a preliminary vote comes onto the final list like anybody (ELE-55, ELE-61)', () => {
  const { next } = resultOfContest([withX(42, { kind: 'preliminary', seats: 5 })], of58)
  expect(next?.candidates).toEqual(['A', 'B', 'C', 'D', 'X'])
})

test('tellers who wrote another name, or counted it otherwise, differ by it', () => {
  const [one, other] = [
    { ...count({}), votes: writes(30) },
    { ...count({}), votes: writes(31) },
  ]
  expect(sameCount(one, other)).toEqual(['X'])
  expect(sameCount(one, count({ ...worked, F: 20, G: 20, H: 20 }))).toEqual(['X'])
})

test('a name written in is one of the choices of a ballot: not more than the valid ballots, nor than they may choose (ELE-57)', () => {
  const one: Count = { ...count({ A: 40 }), votes: { ...count({ A: 40 }).votes, X: { yes: 50, no: 0, abstain: 0 } } }
  expect(countFaults(one, ['A'], 1, ['X']).map(({ at, code }) => `${at} ${code}`)).toEqual([
    'X more_than_valid',
    'votes more_choices_than_seats',
  ])
  expect(countFaults({ ...one, votes: { ...one.votes, X: { yes: 9, no: 0, abstain: 0 } } }, ['A'], 1, ['X'])).toEqual(
    [],
  )
})

test('more votes never take anybody off a final list, and everybody off it has fewer than everybody on it (ELE-61)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 1, max: 9 }),
      (yes, places) => {
        const tallies = yes.map((votes, index) => ({ candidate: `c${index}`, yes: votes }))
        const on = shortlist(tallies, places)
        const votesOf = (id: string) => tallies.find(({ candidate }) => candidate === id)?.yes ?? 0
        const off = tallies.filter(({ candidate }) => !on.includes(candidate))
        for (const { yes: fewer } of off) for (const id of on) expect(fewer).toBeLessThan(votesOf(id))
        expect(on.length).toBeGreaterThanOrEqual(Math.min(places, yes.filter((votes) => votes > 0).length))
        const [lucky] = on
        const more = tallies.map((tally) => (tally.candidate === lucky ? { ...tally, yes: tally.yes + 1 } : tally))
        if (lucky !== undefined) expect(shortlist(more, places)).toContain(lucky)
      },
    ),
  )
})
