import { passes } from './majority.ts'
import type { Share } from './share.ts'

/** Somebody who stood, with the approvals 赞成票 they got. */
export type Tally = { readonly candidate: string; readonly yes: number }

/** What one round decides. Nobody is ever chosen among equals: whoever has the same votes for the last seats is named. */
export type Decision = {
  /** Elected, most votes first; equal votes in the order of their ids. */
  readonly elected: readonly string[]
  /** Have the majority, have equal votes, and stand for fewer seats than they are. Empty where there is no tie. */
  readonly tied: readonly string[]
  /** Seats that those who are tied stand for. */
  readonly tiedSeats: number
  /** Seats that nobody has the majority for. */
  readonly emptySeats: number
}

const byVotes = (one: Tally, other: Tally) =>
  other.yes - one.yes || (one.candidate < other.candidate ? -1 : Number(one.candidate > other.candidate))

/**
 * Who is elected: whoever has more than the share of those expected, most votes first; a tie for the last seats elects
 * none of them, and is named for a run-off.
 *
 * @see ELE-58, ELE-59, ELE-60
 */
export function decide(tallies: readonly Tally[], seats: number, expected: number, majority: Share): Decision {
  return fill(
    tallies.filter(({ yes }) => passes(yes, expected, majority)),
    seats,
  )
}

/**
 * Who wins a run-off 另行选举 among equals: the higher votes, whatever their share; a tie again is named again.
 *
 * @see ELE-59
 */
export function decideRunOff(tallies: readonly Tally[], seats: number): Decision {
  return fill(tallies, seats)
}

/**
 * Whom a preliminary vote 预选 brings onto the final list, most votes first: as many as it has places, and with the last of
 * them everybody who has as many votes, so that nobody is left out by chance. It takes no majority, which the formal election
 * asks for; whoever got no vote at all is not on it.
 *
 * @see ELE-61
 */
export function shortlist(tallies: readonly Tally[], places: number): string[] {
  const ranked = tallies.filter(({ yes }) => yes > 0).sort(byVotes)
  const last = ranked[places - 1]
  return idsOf(last ? ranked.filter(({ yes }) => yes >= last.yes) : ranked)
}

function fill(passed: readonly Tally[], seats: number): Decision {
  const ranked = [...passed].sort(byVotes)
  const last = ranked[seats - 1]
  if (ranked.length <= seats || !last) {
    return { elected: idsOf(ranked), tied: [], tiedSeats: 0, emptySeats: Math.max(0, seats - ranked.length) }
  }
  const sure = ranked.filter(({ yes }) => yes > last.yes)
  const equal = ranked.filter(({ yes }) => yes === last.yes)
  const left = seats - sure.length
  return equal.length === left
    ? { elected: idsOf([...sure, ...equal]), tied: [], tiedSeats: 0, emptySeats: 0 }
    : { elected: idsOf(sure), tied: idsOf(equal), tiedSeats: left, emptySeats: 0 }
}

const idsOf = (tallies: readonly Tally[]) => tallies.map(({ candidate }) => candidate)
