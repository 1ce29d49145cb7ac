/** The ballots 选票 of one round, as a teller counted them. */
export type Ballots = {
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly invalid: number
}

/** What the ballots are: valid, void 选举无效, or numbers that cannot be. */
export type BallotsFinding = 'valid' | 'void' | 'more_issued_than_present' | 'more_invalid_than_returned'

/**
 * What the numbers of ballots mean: more returned than issued makes the whole round void, and it is voted again. More
 * issued than people present, or more invalid than returned, has been counted wrong.
 *
 * @see ELE-56
 */
export function ballotsFinding({ present, issued, returned, invalid }: Ballots): BallotsFinding {
  if (issued > present) return 'more_issued_than_present'
  if (invalid > returned) return 'more_invalid_than_returned'
  return returned <= issued ? 'valid' : 'void'
}

/** Tells whether a ballot is valid: as many choices as seats, or fewer. @see ELE-57 */
export function isValidBallot(marks: number, seats: number): boolean {
  return marks <= seats
}

/** The votes for one who stood. */
export type Votes = { readonly yes: number; readonly no: number; readonly abstain: number }

/** Tells whether the votes for one add up to the valid ballots: each ballot says yes, no or nothing about everybody. */
export function addsUp({ yes, no, abstain }: Votes, valid: number): boolean {
  return yes + no + abstain === valid
}

/**
 * Tells whether so many approvals are possible: a valid ballot approves of as many as there are seats at most.
 *
 * @see ELE-57
 */
export function fitsSeats(approvals: number, valid: number, seats: number): boolean {
  return approvals <= valid * seats
}
