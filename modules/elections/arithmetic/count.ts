import { addsUp, ballotsFinding, fitsSeats, type Votes } from './ballots.ts'

/** What one teller counted in one round. */
export type Count = {
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly invalid: number
  readonly votes: { readonly [candidate: string]: Votes }
}

/** What is wrong with a count, and where: a field, or a candidate. */
export type CountFault = {
  readonly at: string
  readonly code: string
  readonly variables?: { readonly [name: string]: number }
}

/**
 * Everything in a count that cannot be, all at once. A count with more ballots returned than issued is no mistake: the
 * round is void, and its votes are not asked for.
 *
 * @param candidates those who stand in this round
 * @param writtenIn those whom ballots name though they do not stand in it; one vote for them is one choice of a ballot
 * @see ELE-55, ELE-56, ELE-57
 */
export function countFaults(
  count: Count,
  candidates: readonly string[],
  seats: number,
  writtenIn: readonly string[] = [],
): CountFault[] {
  const { present, issued, returned, invalid } = count
  const faults: CountFault[] = []
  if (issued > present) faults.push({ at: 'issued', code: 'more_issued_than_present', variables: { present } })
  if (invalid > returned) faults.push({ at: 'invalid', code: 'more_invalid_than_returned', variables: { returned } })
  if (ballotsFinding(count) === 'void') return faults
  const valid = Math.max(0, count.returned - count.invalid)
  let approvals = 0
  for (const candidate of candidates) {
    const votes = count.votes[candidate]
    if (!votes) faults.push({ at: candidate, code: 'votes_missing' })
    else if (!addsUp(votes, valid))
      faults.push({
        at: candidate,
        code: 'votes_do_not_add_up',
        variables: { valid, given: votes.yes + votes.no + votes.abstain },
      })
    approvals += votes?.yes ?? 0
  }
  for (const candidate of writtenIn) {
    const given = count.votes[candidate]?.yes ?? 0
    if (given > valid) faults.push({ at: candidate, code: 'more_than_valid', variables: { valid, given } })
    approvals += given
  }
  for (const candidate of Object.keys(count.votes)) {
    if (!candidates.includes(candidate) && !writtenIn.includes(candidate))
      faults.push({ at: candidate, code: 'votes_for_nobody' })
  }
  if (!fitsSeats(approvals, valid, seats))
    faults.push({ at: 'votes', code: 'more_choices_than_seats', variables: { most: valid * seats, given: approvals } })
  return faults
}

/** Where two tellers differ: fields and candidates by name; empty where they counted the same. */
export function sameCount(one: Count, other: Count): string[] {
  const fields = (['present', 'issued', 'returned', 'invalid'] as const).filter((field) => one[field] !== other[field])
  const candidates = new Set([...Object.keys(one.votes), ...Object.keys(other.votes)])
  const differing = [...candidates].filter((candidate) => !equal(one.votes[candidate], other.votes[candidate]))
  return [...fields, ...differing.sort()]
}

function equal(one: Votes | undefined, other: Votes | undefined): boolean {
  return one?.yes === other?.yes && one?.no === other?.no && one?.abstain === other?.abstain
}
