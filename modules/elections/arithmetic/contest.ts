import { ballotsFinding } from './ballots.ts'
import { type Count, sameCount } from './count.ts'
import { type Decision, decide, decideRunOff, shortlist } from './decide.ts'
import { isPreliminary, type RoundKind, type Standing } from './round-kinds.ts'
import type { Share } from './share.ts'

/** One round with what each of the two tellers counted last. Votes for whom no ballot names were written in 另选他人. */
export type Round = {
  readonly kind: RoundKind
  /** How many one ballot may choose: the seats, or the places of a final list. */
  readonly seats: number
  readonly candidates: readonly string[]
  readonly counts: readonly [Count | undefined, Count | undefined]
}

/** What a contest is decided by. */
export type ContestTerms = {
  readonly seats: number
  /** Those who should attend, for the majority. */
  readonly expected: number
  readonly majority: Share
  /** The number of seats the meeting decided to leave it at, which fills what is empty (ELE-60). */
  readonly reducedTo: number | null
  /** Who may not be elected though somebody writes them in (ELE-30 to ELE-33). */
  readonly barred?: ReadonlySet<string>
}

/** What a round comes to. */
export type RoundResult = {
  readonly standing: Standing
  /** Fields and candidates on which the tellers differ. */
  readonly differing: readonly string[]
  readonly decision: Decision | undefined
  /** Whom a preliminary vote brings onto the final list, most votes first. */
  readonly listed: readonly string[]
}

/** What a contest comes to, round by round. */
export type ContestResult = {
  readonly standing: Standing
  readonly rounds: readonly RoundResult[]
  /** Everybody elected so far, with their votes, in the order they were elected. */
  readonly elected: readonly { readonly candidate: string; readonly yes: number }[]
  /** The round that has to follow, or undefined where none has to. */
  readonly next:
    | { readonly kind: RoundKind; readonly seats: number; readonly candidates: readonly string[] }
    | undefined
}

/**
 * What a round comes to: nothing until both tellers have counted the same; void when more ballots came back than went out.
 * Whoever was written in is elected by the same majority as whoever stands.
 *
 * @see ELE-55 to ELE-61
 */
export function resultOfRound(round: Round, { expected, majority, barred }: ContestTerms): RoundResult {
  const [one, other] = round.counts
  const open = { differing: [], decision: undefined, listed: [] }
  if (!one || !other) return { ...open, standing: 'waiting' }
  const differing = sameCount(one, other)
  if (differing.length > 0) return { ...open, standing: 'differs', differing }
  if (ballotsFinding(one) === 'void') return { ...open, standing: 'void' }
  const chosen = [...round.candidates, ...writtenInto(round).filter((candidate) => !barred?.has(candidate))]
  const tallies = chosen.map((candidate) => ({ candidate, yes: one.votes[candidate]?.yes ?? 0 }))
  if (isPreliminary(round.kind)) return { ...open, standing: 'listed', listed: shortlist(tallies, round.seats) }
  const decision =
    round.kind === 'run_off' ? decideRunOff(tallies, round.seats) : decide(tallies, round.seats, expected, majority)
  const standing = decision.tied.length > 0 ? 'tie' : decision.emptySeats > 0 ? 'short' : 'complete'
  return { ...open, standing, decision }
}

/** Whom ballots of a round named that it did not, as the first teller counted, in the order of their ids. @see ELE-55 */
export function writtenInto({ counts: [one], candidates }: Round): string[] {
  return Object.keys(one?.votes ?? {})
    .filter((candidate) => !candidates.includes(candidate))
    .sort()
}

/** What a contest comes to after its rounds so far. */
export function resultOfContest(rounds: readonly Round[], terms: ContestTerms): ContestResult {
  const results = rounds.map((round) => resultOfRound(round, terms))
  const elected = rounds.flatMap((round, index) => electedIn(round, results[index]?.decision))
  const [last, result] = [rounds.at(-1), results.at(-1)]
  if (!last || !result) return { standing: 'waiting', rounds: results, elected, next: undefined }
  const { reducedTo } = terms
  const settled = result.standing === 'short' && reducedTo !== null && elected.length >= reducedTo
  return {
    standing: settled ? 'complete' : result.standing,
    rounds: results,
    elected,
    next: settled ? undefined : nextRound(last, result, terms.seats),
  }
}

/** Whoever a round elected, most votes first, equal votes in the order of the ballot. */
function electedIn(round: Round, decision: Decision | undefined) {
  const ballot = [...round.candidates, ...writtenInto(round)]
  const place = (candidate: string) => ballot.indexOf(candidate)
  return (decision?.elected ?? [])
    .map((candidate) => ({ candidate, yes: round.counts[0]?.votes[candidate]?.yes ?? 0 }))
    .sort((one, other) => other.yes - one.yes || place(one.candidate) - place(other.candidate))
}

function nextRound(round: Round, { standing, decision, listed }: RoundResult, seats: number): ContestResult['next'] {
  const { candidates } = round
  const again = isPreliminary(round.kind) ? 'preliminary_again' : 'repeat'
  if (standing === 'void') return { kind: again, seats: round.seats, candidates }
  if (standing === 'listed')
    return listed.length === 0
      ? { kind: again, seats: round.seats, candidates }
      : { kind: 'first', seats, candidates: listed }
  if (standing === 'tie' && decision) return { kind: 'run_off', seats: decision.tiedSeats, candidates: decision.tied }
  if (standing === 'short' && decision) {
    const left = candidates.filter((candidate) => !decision.elected.includes(candidate))
    return { kind: 'rest', seats: decision.emptySeats, candidates: left }
  }
  return undefined
}
