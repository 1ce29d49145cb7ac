import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { roundKinds, standings } from '../arithmetic/round-kinds.ts'
import { BodyName, closed, personName, smallCount } from './shapes.ts'

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
    /** Names that the ballots did not have 另选他人, each with how many chose it; by their row of the roll where it is known. */
    writeIns: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: personName,
            membership: Type.Optional(nullable(Id)),
            yes: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
          },
          closed,
        ),
        { maxItems: 50 },
      ),
    ),
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

const CountView = Type.Object({ version: Count, at: Instant, ...countFields }, closed)

export type RoundView = Static<typeof RoundView>
export const RoundView = Type.Object(
  {
    number: Count,
    kind: Type.Enum([...roundKinds]),
    seats: Count,
    candidates: Type.Array(Id),
    /** Which tellers have counted; what they counted is shown once both have. */
    entered: Type.Array(Type.Boolean(), { minItems: 2, maxItems: 2 }),
    counts: Type.Array(nullable(CountView), { minItems: 2, maxItems: 2 }),
    standing: Type.Enum([...standings]),
    differing: Type.Array(Type.String()),
    elected: Type.Array(Id),
    tied: Type.Array(Id),
    /** Whom a preliminary vote brought onto the final list. */
    listed: Type.Array(Id),
    emptySeats: Count,
  },
  { $id: 'elections.Round', ...closed },
)

export type ContestView = Static<typeof ContestView>
export const ContestView = Type.Object(
  {
    body: BodyName,
    seats: Count,
    /** Places on the final list of a preliminary vote. */
    places: nullable(Count),
    reducedTo: nullable(Count),
    standing: Type.Enum([...standings]),
    /** Those who should vote, the votes that elect, and the fewest who must stand. */
    expected: nullable(Count),
    votesToBeElected: nullable(Count),
    candidatesNeeded: Count,
    sizesAllowed: Type.Array(Count),
    mayReduce: Type.Boolean(),
    elected: Type.Array(Type.Object({ candidate: Id, name: Type.String(), yes: Count }, closed)),
    next: nullable(Type.Object({ kind: Type.Enum([...roundKinds]), seats: Count, candidates: Type.Array(Id) }, closed)),
    rounds: Type.Array(RoundView),
  },
  { $id: 'elections.Contest', ...closed },
)
