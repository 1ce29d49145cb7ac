import type { ActorOf } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf, findMatter, historyOf } from '@gongqiao/kernel/matter/history.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findOpenUnit, type OpenUnit, ownerOf, placeAbove, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { quorumOf } from './arithmetic/attendance.ts'
import { bandOf, sizesAllowed } from './arithmetic/bands.ts'
import { fewestCandidates } from './arithmetic/difference.ts'
import { votesToBeElected } from './arithmetic/majority.ts'
import { mayReduceSeats } from './arithmetic/short-result.ts'
import { termEndsOn } from './arithmetic/term.ts'
import type { ContestView, ElectionFinding, ElectionView, RoundView } from './contract.ts'
import { definitionOf } from './definitions.ts'
import { type Counted, type Dossier, openDossier } from './dossier.ts'
import type { Finding } from './finding.ts'
import { stepsFromAbove } from './machine.ts'
import type { CandidateRow, ElectionRow, StoredRound } from './stored.ts'

/** Who looks: their language, and the post they act as. */
export type Looker = { readonly language: Language; readonly actor: ActorOf<'post'> | ActorOf<'system'> }

/** Tells whether whoever asks stands above the union and decides what comes up from it (ELE-40). */
export async function standsAbove(tx: Tx, unit: OpenUnit, { actor }: Looker): Promise<boolean> {
  return actor.kind === 'system' || (actor.post.unit !== unit.id && (await placeAbove(tx, unit, actor.post)))
}

/** The steps that are this post's to take: what comes from above is not the union's own, and the other way round is help. */
export function stepsOf(steps: readonly string[], fromAbove: boolean): string[] {
  const above: readonly string[] = stepsFromAbove
  return steps.filter((step) => fromAbove || !above.includes(step))
}

/** What a finding says, in words. */
export function wordsOfFinding(services: Services, language: Language, finding: Finding): string {
  const { code, rule, body, variables } = finding
  const seat = body === null ? '' : `elections.body.${body}`
  const key = code.startsWith('bar_') ? `organization.bar.${code.slice(4)}` : `elections.finding.${code}`
  return services.say(language, key, { ...variables, rule, seat, body: seat })
}

/** An election as whoever looks may see it. */
export async function electionView(
  tx: Tx,
  services: Services,
  election: ElectionRow,
  today: string,
  looker: Looker,
): Promise<ElectionView> {
  const matter = await findMatter(tx, election.cell, election.matter)
  const unit = await findOpenUnit(tx, election.unit)
  if (!matter || !unit) throw new Error('an election is a matter of a union')
  const dossier = await openDossier(tx, services, election, unit)
  const fromAbove = await standsAbove(tx, unit, looker)
  const { values } = dossier.rules
  const table = values.delegateCount
  const band = bandOf(table, election.members)
  const { path: _path, unit: _unit, ...row } = election
  return {
    ...row,
    kind: matter.kind,
    state: matter.state,
    unit: unitNameOf(unit),
    owner: await ownerOf(tx, matter, unit),
    openedAt: matter.openedAt.toISOString(),
    due: dueOf(services, matter, today, looker.language),
    steps: stepsOf(openSteps(definitionOf[election.kind], matter.state, 'officer'), fromAbove),
    history: await historyOf(tx, matter.cell, matter.id),
    tellBy: dossier.tellBy,
    quorum: election.expected === null ? null : quorumOf(election.expected, values.quorum),
    shares: { quorum: values.quorum, majority: values.majority },
    delegatesAllowed: band ? { min: band.min, max: band.max } : null,
    newTerm: newTermOf(election),
    contests: dossier.counted.map((contest) => contestView(contest, dossier)),
    candidates: shownCandidates(dossier).map(({ person: _person, ...candidate }) => ({
      ...candidate,
      bodies: [...candidate.bodies],
      declared: [...candidate.declared],
    })),
    delegates: [...dossier.delegates],
    findings: dossier.findings.map((finding) => findingView(services, looker.language, finding)),
    rules: dossier.rules.rows.map(({ from: _from, ...rule }) => rule),
    fromAbove,
  }
}

/** Who stands, and whoever ballots named in a round that both tellers have counted: before that neither learns of the other's. */
function shownCandidates({ candidates, counted }: Dossier): readonly CandidateRow[] {
  const counts = counted.flatMap(({ rounds }) => rounds).filter(({ counts: [one, other] }) => one && other)
  const named = new Set(counts.flatMap((round) => round.counts.flatMap((count) => Object.keys(count?.votes ?? {}))))
  return candidates.filter(({ id, bodies }) => bodies.length > 0 || named.has(id))
}

/** The term that the election gives; a by-election goes on with the one that runs. */
export function newTermOf(election: ElectionRow): { from: string; to: string } | null {
  const { heldOn, termYears, kind } = election
  if (heldOn === null) return null
  const to = kind === 'by_election' ? (election.extendedTo ?? election.termEndsOn) : null
  return { from: heldOn, to: to ?? termEndsOn(heldOn, termYears) }
}

function findingView(services: Services, language: Language, finding: Finding): ElectionFinding {
  const { rule, code, weight, body, candidate } = finding
  return { rule, code, weight, body, candidate, words: wordsOfFinding(services, language, finding) }
}

function contestView(contest: Counted, { rules: { values }, candidates, election }: Dossier): ContestView {
  const { body, seats, places, reducedTo, expected, result, rounds } = contest
  const nameOf = new Map(candidates.map(({ id, name }) => [id, name]))
  const elected = result.elected.map((one) => ({ ...one, name: nameOf.get(one.candidate) ?? '' }))
  const percent = body === 'standing' ? values.standingDifferencePercent : values.differencePercent
  const atLeast =
    body === 'chair' || body === 'vice_chair' || body === 'womens' ? seats : fewestCandidates(seats, percent)
  return {
    ...{ body, seats, places, reducedTo, expected, elected },
    standing: result.standing,
    votesToBeElected: expected === null ? null : votesToBeElected(expected, values.majority),
    candidatesNeeded: places === null ? atLeast : Math.max(atLeast, places + 1),
    sizesAllowed: body === 'committee' ? sizesAllowed(values.committeeSize, election.members) : [],
    mayReduce: result.standing === 'short' && mayLeaveEmpty(contest, election.members, values),
    next: result.next ? { ...result.next, candidates: [...result.next.candidates] } : null,
    rounds: rounds.map((round, index) => roundView(round, result.rounds[index])),
  }
}

/** Whether the meeting may leave the seats that stayed empty (ELE-60): of bodies with a table of sizes. */
export function mayLeaveEmpty(
  { body, result }: Pick<Counted, 'body' | 'result'>,
  members: number,
  values: Dossier['rules']['values'],
): boolean {
  const table = { committee: values.committeeSize, fund_review: values.fundReviewSize, standing: values.standingSize }
  return body in table && mayReduceSeats(table[asSized(body)], members, result.elected.length)
}

/** Safe because the caller has just asked whether the body has a table. */
function asSized(body: string): 'committee' | 'fund_review' | 'standing' {
  return body as 'committee' | 'fund_review' | 'standing'
}

/** A round without what one teller counted until the other has too: nobody counts after another's numbers. */
function roundView(round: StoredRound, result: Counted['result']['rounds'][number] | undefined): RoundView {
  const [one, other] = round.counts
  const both = one !== undefined && other !== undefined
  return {
    number: round.number,
    kind: round.kind,
    seats: round.seats,
    candidates: [...round.candidates],
    entered: [one !== undefined, other !== undefined],
    counts: [both ? shown(one) : null, both ? shown(other) : null],
    standing: result?.standing ?? 'waiting',
    differing: [...(result?.differing ?? [])],
    elected: [...(result?.decision?.elected ?? [])],
    tied: [...(result?.decision?.tied ?? [])],
    listed: [...(result?.listed ?? [])],
    emptySeats: result?.decision?.emptySeats ?? 0,
  }
}

function shown({
  votes,
  at,
  ...count
}: NonNullable<StoredRound['counts'][0]>): NonNullable<RoundView['counts'][number]> {
  return {
    ...count,
    at: at.toISOString(),
    votes: Object.entries(votes).map(([candidate, vote]) => ({ candidate, ...vote })),
  }
}
