import { ballotsFinding } from './ballots.ts'
import { type Count, sameCount } from './count.ts'
import { type Decision, decide, decideRunOff } from './decide.ts'
import type { Share } from './share.ts'

/** Why a round is held: the first, again because it was void, among equals, or for seats that stayed empty. */
export type RoundKind = 'first' | 'repeat' | 'run_off' | 'rest'

/** One round with what each of the two tellers counted last. */
export type Round = {
  readonly kind: RoundKind
  readonly seats: number
  readonly candidates: readonly string[]
  readonly counts: readonly [Count | undefined, Count | undefined]
}

/** Where a round or a contest stands. */
export type Standing = 'waiting' | 'differs' | 'void' | 'tie' | 'short' | 'complete'

/** What a round comes to. */
export type RoundResult = {
  readonly standing: Standing
  /** Fields and candidates on which the tellers differ. */
  readonly differing: readonly string[]
  readonly decision: Decision | undefined
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
 *
 * @param expected those who should attend, for the majority
 * @see ELE-56 to ELE-60
 */
export function resultOfRound(round: Round, expected: number, majority: Share): RoundResult {
  const [one, other] = round.counts
  if (!one || !other) return { standing: 'waiting', differing: [], decision: undefined }
  const differing = sameCount(one, other)
  if (differing.length > 0) return { standing: 'differs', differing, decision: undefined }
  if (ballotsFinding(one) === 'void') return { standing: 'void', differing, decision: undefined }
  const tallies = round.candidates.map((candidate) => ({ candidate, yes: one.votes[candidate]?.yes ?? 0 }))
  const decision =
    round.kind === 'run_off' ? decideRunOff(tallies, round.seats) : decide(tallies, round.seats, expected, majority)
  const standing = decision.tied.length > 0 ? 'tie' : decision.emptySeats > 0 ? 'short' : 'complete'
  return { standing, differing, decision }
}

/**
 * What a contest comes to after its rounds so far.
 *
 * @param reducedTo the number of seats the meeting decided to leave it at, which fills what is empty (ELE-60)
 */
export function resultOfContest(
  rounds: readonly Round[],
  expected: number,
  majority: Share,
  reducedTo: number | null,
): ContestResult {
  const results = rounds.map((round) => resultOfRound(round, expected, majority))
  const elected = rounds.flatMap((round, index) => electedIn(round, results[index]?.decision))
  const [last, result] = [rounds.at(-1), results.at(-1)]
  if (!last || !result) return { standing: 'waiting', rounds: results, elected, next: undefined }
  const settled = result.standing === 'short' && reducedTo !== null && elected.length >= reducedTo
  return {
    standing: settled ? 'complete' : result.standing,
    rounds: results,
    elected,
    next: settled ? undefined : nextRound(last, result),
  }
}

/** Whoever a round elected, most votes first, equal votes in the order of the ballot. */
function electedIn(round: Round, decision: Decision | undefined) {
  const place = (candidate: string) => round.candidates.indexOf(candidate)
  return (decision?.elected ?? [])
    .map((candidate) => ({ candidate, yes: round.counts[0]?.votes[candidate]?.yes ?? 0 }))
    .sort((one, other) => other.yes - one.yes || place(one.candidate) - place(other.candidate))
}

function nextRound(round: Round, { standing, decision }: RoundResult): ContestResult['next'] {
  if (standing === 'void') return { kind: 'repeat', seats: round.seats, candidates: round.candidates }
  if (standing === 'tie' && decision) return { kind: 'run_off', seats: decision.tiedSeats, candidates: decision.tied }
  if (standing === 'short' && decision) {
    const left = round.candidates.filter((candidate) => !decision.elected.includes(candidate))
    return { kind: 'rest', seats: decision.emptySeats, candidates: left }
  }
  return undefined
}
