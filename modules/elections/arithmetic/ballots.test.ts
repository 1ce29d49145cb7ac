import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addsUp, ballotsFinding, fitsSeats, isValidBallot } from './ballots.ts'

test('T-ELE-7: 51 ballots returned of 50 issued make the election void; 50 or 49 do not (ELE-56)', () => {
  const found = (returned: number) => ballotsFinding({ present: 52, issued: 50, returned, invalid: 0 })
  expect([51, 50, 49].map(found)).toEqual(['void', 'valid', 'valid'])
})

test('numbers that cannot be are named before anything is decided', () => {
  expect(ballotsFinding({ present: 40, issued: 41, returned: 41, invalid: 0 })).toBe('more_issued_than_present')
  expect(ballotsFinding({ present: 40, issued: 40, returned: 39, invalid: 40 })).toBe('more_invalid_than_returned')
})

test('a ballot with as many choices as seats or fewer is valid, with more it is not (ELE-57)', () => {
  expect([6, 7, 8].map((marks) => isValidBallot(marks, 7))).toEqual([true, true, false])
})

test('votes that come from ballots always add up and fit', () => {
  const ballot = fc.array(fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const), {
    minLength: 5,
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (ballots, seats) => {
      const valid = ballots.filter((marks) => isValidBallot(marks.filter((mark) => mark === 'yes').length, seats))
      const votes = [0, 1, 2, 3, 4].map((candidate) => {
        const of = (mark: string) => valid.filter((marks) => marks[candidate] === mark).length
        return { yes: of('yes'), no: of('no'), abstain: of('abstain') }
      })
      for (const vote of votes) expect(addsUp(vote, valid.length)).toBe(true)
      expect(
        fitsSeats(
          votes.reduce((sum, { yes }) => sum + yes, 0),
          valid.length,
          seats,
        ),
      ).toBe(true)
    }),
  )
})
