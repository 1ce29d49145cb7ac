import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'
import { bodies, declarations } from './arithmetic/bodies.ts'

const closed = { additionalProperties: false } as const

export const BodyName = Type.Enum([...bodies], {
  description: 'committee 委员, standing 常委, fund_review 经审委员, womens 女职工委员, chair 主席, vice_chair 副主席',
})
export const DeclarationName = Type.Enum([...declarations])
const Sex = Type.Enum(['male', 'female', 'unknown'])
export const personName = Type.String({ minLength: 1, maxLength: 60 })
const smallCount = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const Reason = Type.String({ minLength: 2, maxLength: 300 })

/** Names one matter of this module. */
export type ElectionKey = Static<typeof ElectionKey>
export const ElectionKey = Type.Object({ cell: Cell, matter: Id }, closed)
export const ReasonedKey = Type.Object({ cell: Cell, matter: Id, reason: Reason }, closed)

const planFields = {
  form: Type.Enum(['general', 'delegate'], { description: '会员大会 or 会员代表大会' }),
  termYears: Type.Integer({ minimum: 1, maximum: 9 }),
  chairBy: Type.Enum(['meeting', 'committee']),
  keepsAccounts: Type.Boolean({ description: '建立一级经费账户' }),
  womenEmployees: Type.Optional(nullable(smallCount)),
  meetingOn: Day,
  meetingPlace: Type.String({ minLength: 1, maxLength: 100 }),
  contests: Type.Array(Type.Object({ body: BodyName, seats: Type.Integer({ minimum: 1, maximum: 200 }) }, closed), {
    minItems: 1,
    maxItems: bodies.length,
  }),
} as const

/** A plan 换届方案, as an officer fills it. The members come from the roll. */
export type NewPlan = Static<typeof NewPlan>
export const NewPlan = Type.Object({ unit: Id, kind: Type.Enum(['re_election', 'by_election']), ...planFields }, closed)
export const ChangedPlan = Type.Object({ cell: Cell, matter: Id, ...planFields }, closed)

/** Somebody who stands, as an officer enters them: by their row of the roll, or by name. */
export type NewCandidate = Static<typeof NewCandidate>
export const NewCandidate = Type.Object(
  {
    id: Type.Optional(Id),
    membership: Type.Optional(nullable(Id)),
    name: personName,
    sex: Sex,
    bodies: Type.Array(BodyName, { minItems: 1, maxItems: bodies.length, uniqueItems: true }),
    declared: Type.Array(DeclarationName, { maxItems: declarations.length, uniqueItems: true }),
    frontLine: Type.Boolean(),
    modelWorker: Type.Boolean(),
  },
  closed,
)
export const NewCandidates = Type.Object(
  { cell: Cell, matter: Id, candidates: Type.Array(NewCandidate, { maxItems: 300 }) },
  closed,
)

export type NewDelegate = Static<typeof NewDelegate>
export const NewDelegate = Type.Object(
  {
    membership: Type.Optional(nullable(Id)),
    name: personName,
    sex: Sex,
    constituency: Type.String({ maxLength: 60 }),
    manager: Type.Boolean(),
    frontLine: Type.Boolean(),
  },
  closed,
)
export const NewDelegates = Type.Object(
  {
    cell: Cell,
    matter: Id,
    toldOn: Type.Optional(nullable(Day)),
    delegates: Type.Array(NewDelegate, { maxItems: 2_000 }),
  },
  closed,
)

/** What was held: the meeting, who should have come and who came. */
export const HeldMeeting = Type.Object(
  {
    cell: Cell,
    matter: Id,
    heldOn: Day,
    expected: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    present: smallCount,
    ballot: Type.Enum(['secret', 'show_of_hands']),
    proxies: smallCount,
  },
  closed,
)

export const VotesFor = Type.Object({ yes: smallCount, no: smallCount, abstain: smallCount }, closed)
const countFields = {
  tellerName: personName,
  present: smallCount,
  issued: smallCount,
  returned: smallCount,
  invalid: smallCount,
  votes: Type.Array(Type.Object({ candidate: Id, ...VotesFor.properties }, closed), { maxItems: 300 }),
} as const

/** What one teller counted 计票. */
export type NewCount = Static<typeof NewCount>
export const NewCount = Type.Object(
  {
    cell: Cell,
    matter: Id,
    body: BodyName,
    round: Type.Integer({ minimum: 1, maximum: 50 }),
    teller: Type.Integer({ minimum: 1, maximum: 2 }),
    ...countFields,
  },
  closed,
)

/** What follows a round that did not decide: the ballot the rules ask for, or fewer seats. */
export const NewRound = Type.Object(
  {
    cell: Cell,
    matter: Id,
    body: BodyName,
    /** For seats that stayed empty: who stands now. */
    candidates: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 300, uniqueItems: true })),
  },
  closed,
)
export const FewerSeats = Type.Object({ cell: Cell, matter: Id, body: BodyName }, closed)

export const Approval = Type.Object(
  { cell: Cell, matter: Id, documentNumber: Type.String({ minLength: 1, maxLength: 60 }) },
  closed,
)

/** Something a rule says about an election. */
export type ElectionFinding = Static<typeof ElectionFinding>
export const ElectionFinding = Type.Object(
  {
    rule: Type.String(),
    code: Type.String(),
    weight: Type.Enum(['violation', 'open', 'warning']),
    body: nullable(BodyName),
    candidate: nullable(Id),
    words: Type.String({ description: 'in the language of whoever asks' }),
  },
  { $id: 'elections.Finding', ...closed },
)

export type CandidateView = Static<typeof CandidateView>
export const CandidateView = Type.Object(
  {
    id: Id,
    membership: nullable(Id),
    name: Type.String(),
    sex: Sex,
    bodies: Type.Array(BodyName),
    declared: Type.Array(DeclarationName),
    declaredBy: Type.String(),
    frontLine: Type.Boolean(),
    modelWorker: Type.Boolean(),
    status: Type.Enum(['active', 'listed', 'retained', 'provisional', 'ended', 'not_on_roll']),
  },
  { $id: 'elections.Candidate', ...closed },
)

export type DelegateView = Static<typeof DelegateView>
export const DelegateView = Type.Object(
  {
    id: Id,
    membership: nullable(Id),
    name: Type.String(),
    sex: Sex,
    constituency: Type.String(),
    manager: Type.Boolean(),
    frontLine: Type.Boolean(),
  },
  { $id: 'elections.Delegate', ...closed },
)

const CountView = Type.Object({ version: Count, at: Instant, ...countFields }, closed)

export type RoundView = Static<typeof RoundView>
export const RoundView = Type.Object(
  {
    number: Count,
    kind: Type.Enum(['first', 'repeat', 'run_off', 'rest']),
    seats: Count,
    candidates: Type.Array(Id),
    /** Which tellers have counted; what they counted is shown once both have. */
    entered: Type.Array(Type.Boolean(), { minItems: 2, maxItems: 2 }),
    counts: Type.Array(nullable(CountView), { minItems: 2, maxItems: 2 }),
    standing: Type.Enum(['waiting', 'differs', 'void', 'tie', 'short', 'complete']),
    differing: Type.Array(Type.String()),
    elected: Type.Array(Id),
    tied: Type.Array(Id),
    emptySeats: Count,
  },
  { $id: 'elections.Round', ...closed },
)

export type ContestView = Static<typeof ContestView>
export const ContestView = Type.Object(
  {
    body: BodyName,
    seats: Count,
    reducedTo: nullable(Count),
    standing: Type.Enum(['waiting', 'differs', 'void', 'tie', 'short', 'complete']),
    /** Those who should vote, the votes that elect, and the fewest who must stand. */
    expected: nullable(Count),
    votesToBeElected: nullable(Count),
    candidatesNeeded: Count,
    sizesAllowed: Type.Array(Count),
    mayReduce: Type.Boolean(),
    elected: Type.Array(Type.Object({ candidate: Id, name: Type.String(), yes: Count }, closed)),
    next: nullable(
      Type.Object(
        { kind: Type.Enum(['first', 'repeat', 'run_off', 'rest']), seats: Count, candidates: Type.Array(Id) },
        closed,
      ),
    ),
    rounds: Type.Array(RoundView),
  },
  { $id: 'elections.Contest', ...closed },
)

const ShareOf = Type.Object({ parts: Count, whole: Count }, closed)

/** An election as its officers and the union above see it. */
export type ElectionView = Static<typeof ElectionView>
export const ElectionView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    owner: Owner,
    openedAt: Instant,
    due: nullable(Due),
    /** The steps this post may take now. */
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
    form: Type.Enum(['general', 'delegate']),
    termYears: Count,
    chairBy: Type.Enum(['meeting', 'committee']),
    inEnterprise: Type.Boolean(),
    keepsAccounts: Type.Boolean(),
    members: Count,
    women: Count,
    womenEmployees: nullable(Count),
    termEndsOn: nullable(Day),
    extendedTo: nullable(Day),
    meetingOn: Day,
    meetingPlace: Type.String(),
    tellBy: Day,
    toldOn: nullable(Day),
    publishedOn: nullable(Day),
    publicUntil: nullable(Day),
    heldOn: nullable(Day),
    expected: nullable(Count),
    present: nullable(Count),
    quorum: nullable(Count),
    /** The shares that make a quorum and elect, for screens that compute while somebody types. */
    shares: Type.Object({ quorum: ShareOf, majority: ShareOf }, closed),
    ballot: nullable(Type.Enum(['secret', 'show_of_hands'])),
    proxies: nullable(Count),
    delegatesAllowed: nullable(Type.Object({ min: Count, max: Count }, closed)),
    decidedOn: nullable(Day),
    documentNumber: nullable(Type.String()),
    newTerm: nullable(Type.Object({ from: Day, to: Day }, closed)),
    contests: Type.Array(ContestView),
    candidates: Type.Array(CandidateView),
    delegates: Type.Array(DelegateView),
    findings: Type.Array(ElectionFinding),
    /** The rows of parameters these answers rest on. */
    rules: Type.Array(
      Type.Object(
        {
          key: Type.String(),
          region: Type.String(),
          document: Type.String(),
          article: Type.String(),
          confidence: Type.String(),
        },
        closed,
      ),
    ),
    /** Whether the post that asks stands above the union and may decide. */
    fromAbove: Type.Boolean(),
  },
  { $id: 'elections.Election', ...closed },
)

/** A line in the list of a union's elections and removals. */
export type ElectionRow = Static<typeof ElectionRow>
export const ElectionRow = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    title: Type.String(),
    openedAt: Instant,
    dueOn: nullable(Day),
    overdue: Type.Boolean(),
    ended: Type.Boolean(),
  },
  { $id: 'elections.ElectionRow', ...closed },
)
export type ElectionList = Static<typeof ElectionList>
export const ElectionList = Type.Object(
  {
    items: Type.Array(ElectionRow),
    /** What a plan begins with: the electorate by the roll, and what the rules of the place allow. */
    electorate: Type.Object({ members: Count, women: Count }, closed),
    termYears: Type.Array(Count),
    committeeSizes: Type.Array(Count),
    delegatesFrom: Count,
    term: nullable(Type.Object({ endsOn: Day, extendedUntil: nullable(Day) }, closed)),
    upper: nullable(UnitName),
  },
  { $id: 'elections.ElectionList', ...closed },
)

/** A removal 罢免, as officers see it. */
export type SmallMatter = Static<typeof SmallMatter>
export const SmallMatter = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    owner: Owner,
    openedAt: Instant,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
    fromAbove: Type.Boolean(),
    documentNumber: nullable(Type.String()),
    removal: nullable(
      Type.Object(
        {
          name: Type.String(),
          post: Type.Enum(['chair', 'vice_chair']),
          reason: Type.String(),
          electorate: Type.Enum(['members', 'delegates']),
          all: nullable(Count),
          yes: nullable(Count),
          need: nullable(Count),
          share: ShareOf,
          heldOn: nullable(Day),
        },
        closed,
      ),
    ),
  },
  { $id: 'elections.SmallMatter', ...closed },
)
export const NewRemoval = Type.Object(
  {
    unit: Id,
    name: personName,
    post: Type.Enum(['chair', 'vice_chair']),
    electorate: Type.Enum(['members', 'delegates']),
    reason: Reason,
  },
  closed,
)
export const RemovalVote = Type.Object(
  { cell: Cell, matter: Id, heldOn: Day, all: Type.Integer({ minimum: 1, maximum: 1_000_000 }), yes: smallCount },
  closed,
)

/** What is being elected at a member's own union. */
export type MyElection = Static<typeof MyElection>
export const MyElection = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    form: Type.Enum(['general', 'delegate']),
    meetingOn: Day,
    meetingPlace: Type.String(),
    publicUntil: nullable(Day),
    heldOn: nullable(Day),
    /** Whether the person who asks may vote, and the rule where they may not. */
    mayVote: Type.Boolean(),
    delegate: Type.Boolean({ description: 'the person who asks is a delegate of this meeting' }),
    contests: Type.Array(
      Type.Object(
        {
          body: BodyName,
          seats: Count,
          candidates: Type.Array(Type.Object({ name: Type.String(), sex: Sex, frontLine: Type.Boolean() }, closed)),
          elected: nullable(Type.Array(Type.Object({ name: Type.String(), yes: Count }, closed))),
        },
        closed,
      ),
    ),
    expected: nullable(Count),
    present: nullable(Count),
    newTerm: nullable(Type.Object({ from: Day, to: Day }, closed)),
  },
  { $id: 'elections.MyElection', ...closed },
)
export type MyElectionList = Static<typeof MyElectionList>
export const MyElectionList = Type.Object(
  { items: Type.Array(MyElection) },
  { $id: 'elections.MyElectionList', ...closed },
)

export const documentKinds = [
  'request',
  'notice',
  'candidates',
  'ballot',
  'tally',
  'report',
  'reply',
  'delegates',
] as const
export type DocumentKind = (typeof documentKinds)[number]
