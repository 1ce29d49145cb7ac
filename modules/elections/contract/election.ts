import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'
import { ContestView } from './counting.ts'
import { CandidateView, DelegateView } from './people.ts'
import { closed, ElectionFinding, ShareOf } from './shapes.ts'

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
