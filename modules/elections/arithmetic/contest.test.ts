import { expect, test } from 'vitest'
import { type Round, resultOfContest } from './contest.ts'
import { type Count, countFaults, sameCount } from './count.ts'

const half = { parts: 1, whole: 2 }
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
  const tie = resultOfContest([first(count(worked))], 58, half, null)
  expect(tie).toMatchObject({ standing: 'tie', next: { kind: 'run_off', seats: 1, candidates: ['G', 'H'] } })

  const runOff: Round = {
    kind: 'run_off',
    seats: 1,
    candidates: ['G', 'H'],
    counts: [count({ G: 21, H: 28 }), count({ G: 21, H: 28 })],
  }
  const after = resultOfContest([first(count(worked)), runOff], 58, half, null)
  expect(after).toMatchObject({ standing: 'complete', next: undefined })
  expect(after.elected.map(({ candidate }) => candidate)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'H'])
})

test('nothing is decided before both tellers have counted the same, and where they differ is named', () => {
  expect(
    resultOfContest([{ ...first(count(worked)), counts: [count(worked), undefined] }], 58, half, null).standing,
  ).toBe('waiting')
  const other = count({ ...worked, C: 44 }, { returned: 49 })
  expect(resultOfContest([first(count(worked), other)], 58, half, null)).toMatchObject({
    standing: 'differs',
    elected: [],
    rounds: [{ differing: ['returned', 'C'] }],
  })
})

test('a void round elects nobody and is voted again by the same (ELE-56)', () => {
  const result = resultOfContest([first(count(worked, { returned: 51 }))], 58, half, null)
  expect(result).toMatchObject({ standing: 'void', elected: [], next: { kind: 'repeat', seats: 7 } })
})

test('empty seats go to a new ballot of the rest, or the meeting leaves them (ELE-60)', () => {
  const short = first(count({ ...worked, F: 20, G: 20, H: 20 }))
  expect(resultOfContest([short], 58, half, null)).toMatchObject({
    standing: 'short',
    next: { kind: 'rest', seats: 2, candidates: ['F', 'G', 'H'] },
  })
  expect(resultOfContest([short], 58, half, 5)).toMatchObject({ standing: 'complete', next: undefined })
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
  expect(resultOfContest([ballot], 58, half, null).elected.map(({ candidate }) => candidate)).toEqual(['C', 'B', 'A'])
})
