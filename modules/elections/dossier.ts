import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { isGrassroots, type OfficerRow, type OpenUnit, officersInOffice } from '@gongqiao/modules/organization/index.ts'
import type { Body } from './arithmetic/bodies.ts'
import { type ContestResult, resultOfContest, writtenInto } from './arithmetic/contest.ts'
import { barsOf } from './arithmetic/eligibility.ts'
import type { ElectionFacts, Finding } from './finding.ts'
import { findingsOf } from './findings.ts'
import { parametersOf } from './parameter-table.ts'
import type { Resolved } from './parameters.ts'
import { type CandidateRow, type ElectionRow, loadElection, type Stored, type StoredContest } from './stored.ts'

/** A contest with those who should vote in it, and what came of it. */
export type Counted = StoredContest & { readonly expected: number | null; readonly result: ContestResult }

/** An election with the rules of its place, its results and everything the rules find. */
export type Dossier = Stored & {
  readonly rules: Resolved
  readonly counted: readonly Counted[]
  readonly findings: readonly Finding[]
  /** Who sits in the union while a by-election is decided, beside whom it seats; of any other nobody. */
  readonly sitting: readonly OfficerRow[]
  /** The last day to tell delegates (ELE-15). */
  readonly tellBy: string
}

/** The bodies that the committee elects from among itself, where the plan says so. */
const byCommittee: ReadonlySet<string> = new Set(['standing', 'chair', 'vice_chair'])

/** Tells whether a body is elected by the committee and not by the meeting (ELE-54). */
export function isByCommittee(election: Pick<ElectionRow, 'chairBy'>, body: string): boolean {
  return election.chairBy === 'committee' && byCommittee.has(body)
}

/**
 * What each contest came to. Where the committee elects, those who should vote are the members it has just been given.
 *
 * @see ELE-54, ELE-58
 */
export function countContests({ election, contests, candidates }: Stored, { values }: Resolved): Counted[] {
  const resultOf = ({ body, seats, reducedTo, rounds }: StoredContest, expected: number | null) =>
    resultOfContest(rounds, {
      ...{ seats, reducedTo, expected: expected ?? 0, majority: values.majority },
      barred: barredFrom(body, candidates, election.inEnterprise),
    })
  const meeting = contests.filter(({ body }) => !isByCommittee(election, body))
  const counted = meeting.map((contest) => ({
    ...contest,
    expected: election.expected,
    result: resultOf(contest, election.expected),
  }))
  const committee = counted.find(({ body }) => body === 'committee')
  const sitting = committee?.result.standing === 'complete' ? committee.result.elected.length : null
  return contests.map(
    (contest) =>
      counted.find(({ body }) => body === contest.body) ?? {
        ...contest,
        expected: sitting,
        result: resultOf(contest, sitting),
      },
  )
}

/** The seats that a candidate has in the union already: by their record, or by name where neither has one. */
export function seatedAs(
  sitting: readonly OfficerRow[],
  { person, name }: { readonly person?: string | null | undefined; readonly name: string },
): readonly OfficerRow[] {
  return sitting.filter((row) => (row.person === null || !person ? row.name === name : row.person === person))
}

/** Whoever may not sit in a body, and so is not elected where ballots name them for it. @see ELE-30 to ELE-33, ELE-55 */
function barredFrom(body: Body, candidates: readonly CandidateRow[], inEnterprise: boolean): ReadonlySet<string> {
  const barred = candidates.filter((one) => barsOf({ ...one, bodies: [body] }, inEnterprise).length > 0)
  return new Set(barred.map(({ id }) => id))
}

/** Looks at an election by the rules of its place as of the day of its meeting. */
export async function openDossier(tx: Tx, services: Services, election: ElectionRow, unit: OpenUnit): Promise<Dossier> {
  const stored = await loadElection(tx, election)
  const rules = await parametersOf(tx, services, election.cell, election.heldOn ?? election.meetingOn)
  const counted = countContests(stored, rules)
  const tellBy = services.deadlines.due('ELE-15', election.meetingOn, { cell: election.cell }).on
  const beside = election.kind === 'by_election' && election.decidedOn === null
  const sitting = beside ? await officersInOffice(tx, unit) : []
  const findings = findingsOf(factsOf(stored, counted, sitting, tellBy, isGrassroots(unit)), rules.values)
  return { ...stored, rules, counted, findings, sitting, tellBy }
}

function factsOf(
  { election, candidates, delegates }: Stored,
  counted: readonly Counted[],
  sitting: readonly OfficerRow[],
  tellBy: string,
  grassroots: boolean,
): ElectionFacts {
  return {
    ...election,
    grassroots,
    proxies: election.proxies ?? 0,
    chair: sitting.find(({ seat }) => seat === 'chair')?.name ?? null,
    tellBy,
    delegates: { count: delegates.length, managers: delegates.filter(({ manager }) => manager).length },
    candidates: candidates.map((one) => ({
      ...one,
      sits: seatedAs(sitting, one).map(({ seat }) => seat),
    })),
    contests: counted.map(({ body, seats, places, reducedTo, expected, rounds, result }) => ({
      ...{ body, seats, places, reducedTo, result },
      writtenIn: writtenVotes(rounds),
      expected: expected ?? 0,
      presentInRounds: rounds.flatMap(({ counts: [one] }) => (one ? [one.present] : [])),
    })),
  }
}

/** Whom ballots named without their standing, with the votes of the last round that did. */
function writtenVotes(rounds: StoredContest['rounds']): ReadonlyMap<string, number> {
  return new Map(
    rounds.flatMap((round) =>
      round.counts[1] === undefined
        ? []
        : writtenInto(round).map((candidate) => [candidate, round.counts[0]?.votes[candidate]?.yes ?? 0] as const),
    ),
  )
}
