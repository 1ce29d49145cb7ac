import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { rollPeople } from '@gongqiao/modules/membership/index.ts'
import type { Body, Declaration, Engagement } from './arithmetic/bodies.ts'
import type { Round } from './arithmetic/contest.ts'
import type { Count } from './arithmetic/count.ts'
import type { Standing } from './arithmetic/eligibility.ts'
import { isPreliminary, type RoundKind } from './arithmetic/round-kinds.ts'
import type { ElectionKind } from './definitions.ts'
import { inStrokeOrder } from './strokes.ts'

/** An election as its table has it. */
export type ElectionRow = {
  readonly cell: number
  readonly matter: string
  readonly path: string
  readonly unit: string
  readonly kind: ElectionKind
  readonly form: 'general' | 'delegate'
  readonly termYears: number
  readonly chairBy: 'meeting' | 'committee'
  readonly inEnterprise: boolean
  readonly keepsAccounts: boolean
  readonly members: number
  readonly women: number
  readonly womenEmployees: number | null
  readonly termEndsOn: string | null
  readonly extendedTo: string | null
  readonly meetingOn: string
  readonly meetingPlace: string
  readonly toldOn: string | null
  readonly publishedOn: string | null
  readonly publicUntil: string | null
  readonly heldOn: string | null
  readonly expected: number | null
  readonly present: number | null
  readonly ballot: 'secret' | 'show_of_hands' | null
  readonly proxies: number | null
  readonly decidedOn: string | null
  readonly documentNumber: string | null
}

export type CandidateRow = {
  readonly id: string
  readonly membership: string | null
  readonly person: string | null
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  /** What they stand for; empty for somebody whom ballots named. */
  readonly bodies: readonly Body[]
  readonly declared: readonly Declaration[]
  readonly declaredBy: string
  readonly frontLine: boolean
  readonly modelWorker: boolean
  readonly engagement: Engagement | null
  readonly status: Standing['status']
}

export type DelegateRow = {
  readonly id: string
  readonly membership: string | null
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly constituency: string
  readonly manager: boolean
  readonly frontLine: boolean
}

/** What one teller counted last, with who it was. */
export type StoredCount = Count & { readonly tellerName: string; readonly version: number; readonly at: Date }

export type StoredRound = Omit<Round, 'counts'> & {
  readonly number: number
  readonly counts: readonly [StoredCount | undefined, StoredCount | undefined]
}

export type StoredContest = {
  readonly body: Body
  readonly seats: number
  readonly places: number | null
  readonly reducedTo: number | null
  readonly rounds: readonly StoredRound[]
}

/** An election with everything that belongs to it. */
export type Stored = {
  readonly election: ElectionRow
  readonly contests: readonly StoredContest[]
  readonly candidates: readonly CandidateRow[]
  readonly delegates: readonly DelegateRow[]
}

export const electionColumns = `e.cell_id as cell, e.matter_id as matter, e.path, e.unit_id as unit, e.kind, e.form, e.term_years as "termYears",
  e.chair_by as "chairBy", e.in_enterprise as "inEnterprise", e.keeps_accounts as "keepsAccounts", e.members, e.women,
  e.women_employees as "womenEmployees", e.term_ends_on as "termEndsOn", e.extended_to as "extendedTo",
  e.meeting_on as "meetingOn", e.meeting_place as "meetingPlace", e.told_on as "toldOn", e.published_on as "publishedOn",
  e.public_until as "publicUntil", e.held_on as "heldOn", e.expected, e.present, e.ballot, e.proxies,
  e.decided_on as "decidedOn", e.document_number as "documentNumber"`

/** One election of a cell in the open scope, or undefined. */
export function findStoredElection(tx: Tx, cell: number, matter: string): Promise<ElectionRow | undefined> {
  return tx.maybe<ElectionRow>(
    `select ${electionColumns} from elections.election e where e.cell_id = $1 and e.matter_id = $2`,
    [cell, matter],
  )
}

/** Everything that belongs to an election: contests in the order of their bodies, candidates by strokes. */
export async function loadElection(tx: Tx, election: ElectionRow): Promise<Stored> {
  const key = [election.cell, election.matter]
  const contests = await tx.many<{ body: Body; seats: number; places: number | null; reducedTo: number | null }>(
    `select body, seats, places, reduced_to as "reducedTo" from elections.contest where cell_id = $1 and matter_id = $2
     order by array_position(array['committee', 'standing', 'chair', 'vice_chair', 'fund_review', 'womens'], body)`,
    key,
  )
  const candidates = await candidatesOf(tx, election)
  const delegates = await tx.many<DelegateRow>(
    `select id, membership_id as membership, name, sex, constituency, manager, front_line as "frontLine"
     from elections.delegate where cell_id = $1 and matter_id = $2 order by constituency, name, id limit 2000`,
    key,
  )
  const rounds = await roundsOf(tx, election)
  return {
    election,
    contests: contests.map((contest) => ({
      ...contest,
      rounds: sinceHeld(rounds.filter(({ body }) => body === contest.body)).map(({ body: _body, ...round }) => round),
    })),
    candidates,
    delegates: inStrokeOrder(delegates),
  }
}

/**
 * The rounds of the meeting that counts: of one that was held again, those before no longer do. A meeting begins with a
 * preliminary vote, or with the first ballot where none went before.
 */
function sinceHeld<R extends StoredRound>(rounds: readonly R[]): readonly R[] {
  const follows = (at: number) => isPreliminary(rounds[at - 1]?.kind ?? 'rest')
  return rounds.slice(
    rounds.findLastIndex(({ kind }, at) => kind === 'preliminary' || (kind === 'first' && !follows(at))),
  )
}

async function candidatesOf(tx: Tx, { cell, matter }: ElectionRow): Promise<CandidateRow[]> {
  const rows = await tx.many<Omit<CandidateRow, 'status' | 'person'>>(
    `select id, membership_id as membership, name, sex, bodies, declared, declared_by as "declaredBy",
       front_line as "frontLine", model_worker as "modelWorker", engagement
     from elections.candidate where cell_id = $1 and matter_id = $2 order by id limit 300`,
    [cell, matter],
  )
  const onRoll = await rollPeople(
    tx,
    cell,
    rows.flatMap(({ membership }) => membership ?? []),
  )
  return inStrokeOrder(
    rows.map((row) => {
      const member = row.membership === null ? undefined : onRoll.get(row.membership)
      return { ...row, person: member?.person ?? null, status: member?.status ?? 'not_on_roll' }
    }),
  )
}

type RoundRow = {
  body: Body
  number: number
  kind: RoundKind
  seats: number
  candidates: string[]
}
type TallyRow = {
  body: Body
  number: number
  teller: 1 | 2
  version: number
  tellerName: string
  present: number
  issued: number
  returned: number
  invalid: number
  votes: { [candidate: string]: [number, number, number] }
  at: Date
}

async function roundsOf(tx: Tx, { cell, matter }: ElectionRow): Promise<(StoredRound & { readonly body: Body })[]> {
  const rounds = await tx.many<RoundRow>(
    `select body, number, kind, seats, candidates from elections.round where cell_id = $1 and matter_id = $2
     order by body, number limit 300`,
    [cell, matter],
  )
  const tallies = await tx.many<TallyRow>(
    `select distinct on (body, number, teller) body, number, teller, version, teller_name as "tellerName", present, issued,
       returned, invalid, votes, at
     from elections.tally where cell_id = $1 and matter_id = $2 order by body, number, teller, version desc limit 600`,
    [cell, matter],
  )
  return rounds.map((round) => {
    const of = (teller: 1 | 2) => {
      const row = tallies.find((one) => one.body === round.body && one.number === round.number && one.teller === teller)
      return row && countOf(row)
    }
    return { ...round, counts: [of(1), of(2)] }
  })
}

function countOf({ votes, tellerName, version, present, issued, returned, invalid, at }: TallyRow): StoredCount {
  return {
    ...{ tellerName, version, present, issued, returned, invalid, at },
    votes: Object.fromEntries(
      Object.entries(votes).map(([candidate, [yes, no, abstain]]) => [candidate, { yes, no, abstain }]),
    ),
  }
}
