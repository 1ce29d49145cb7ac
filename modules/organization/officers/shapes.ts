import { Cell, Count, Day, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { engagements, seatEnds, seats, ties } from './seats.ts'

const closed = { additionalProperties: false } as const

export const SeatName = Type.Enum([...seats], { description: '职务' })
const Sex = Type.Enum(['male', 'female', 'unknown'], { description: '性别' })
const EngagementName = Type.Enum([...engagements], {
  description: '任职方式：专职、兼职、挂职、社会化工会工作者 (ORG-44)',
})
const Ties = Type.Array(Type.Enum([...ties]), {
  uniqueItems: true,
  maxItems: ties.length,
  description: '与用人单位的关系，按规则需要',
})
export const SeatEndName = Type.Enum([...seatEnds], { description: '离任原因' })

/** Somebody to take seats of a union, as typed. */
export type TypedSeating = Static<typeof TypedSeating>
export const TypedSeating = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, description: '姓名' }),
    sex: Sex,
    engagement: EngagementName,
    seats: Type.Array(SeatName, { minItems: 1, maxItems: 5, uniqueItems: true }),
    ties: Ties,
    /** The human who sits here already. */
    who: Type.Optional(Id),
  },
  closed,
)

/** A rule that is broken, or holds, with whom and what it is about. */
export type RuleNote = Static<typeof RuleNote>
export const RuleNote = Type.Object(
  {
    rule: Type.String({ description: 'for example ELE-22' }),
    code: Type.String({ description: 'what it says, as a text key' }),
    name: nullable(Type.String()),
    seat: nullable(SeatName),
  },
  { $id: 'organization.RuleNote', additionalProperties: false },
)

/** One human with the seats they hold in a union 工会干部. */
export type Officer = Static<typeof Officer>
export const Officer = Type.Object(
  {
    who: Id,
    name: Type.String(),
    sex: Sex,
    engagement: EngagementName,
    ties: Ties,
    seats: Type.Array(
      Type.Object(
        {
          id: Id,
          seat: SeatName,
          from: Day,
          to: nullable(Day),
          because: nullable(SeatEndName),
        },
        closed,
      ),
    ),
    /** Not moved without consent before the term ends (ORG-40). */
    keptUntil: nullable(Day),
    /** Days in office: so long the labour contract goes on after the end of a full-time office (ORG-41). */
    contractDays: nullable(Count),
  },
  { $id: 'organization.Officer', additionalProperties: false },
)

/** 任期 of a union's committee, and how it stands. */
export type Term = Static<typeof Term>
export const Term = Type.Object(
  {
    electedOn: Day,
    years: nullable(Type.Integer({ minimum: 3, maximum: 5 })),
    endsOn: Day,
    extendedUntil: nullable(Day),
    /** The latest day it could be extended to (ELE-03). */
    latest: Day,
    state: Type.Enum(['running', 'ending', 'extended', 'overdue']),
    origin: Type.Enum(['founding', 'election', 'recorded']),
    document: nullable(Type.String()),
    to: nullable(Day),
  },
  { $id: 'organization.Term', additionalProperties: false },
)

/** Who sat in a union on a past day, and its term then. */
export type PastCommittee = Static<typeof PastCommittee>
export const PastCommittee = Type.Object(
  {
    unit: Type.Object({ id: Id, name: Type.String(), cell: Cell }, closed),
    term: nullable(Term),
    officers: Type.Array(Officer),
    on: Day,
    /** As known at the end of that day, or as corrected since. */
    known: Type.Enum(['then', 'now']),
  },
  { $id: 'organization.PastCommittee', additionalProperties: false },
)

/** The officers of a union with its term, what the rules say, and what went before. */
export type Committee = Static<typeof Committee>
export const Committee = Type.Object(
  {
    unit: Type.Object({ id: Id, name: Type.String(), cell: Cell }, closed),
    term: nullable(Term),
    /** Why there is no term: a representative agency has none (ORG-05); or nobody has recorded one. */
    officers: Type.Array(Officer),
    /** Everything the rules say against the committee as it is. */
    broken: Type.Array(RuleNote),
    vacancies: Type.Array(
      Type.Object({ cell: Cell, matter: Id, seat: SeatName, since: Day, dueOn: Day, explained: Type.String() }, closed),
    ),
    /** The open matter of the term's end. */
    matter: nullable(
      Type.Object(
        {
          cell: Cell,
          matter: Id,
          state: Type.String(),
          dueOn: nullable(Day),
          wish: nullable(Type.String()),
          askedUntil: nullable(Day),
          answer: nullable(Type.String()),
          explained: Type.String(),
        },
        closed,
      ),
    ),
    past: Type.Array(Type.Object({ term: Term, officers: Type.Array(Officer) }, closed)),
    /** The reader may record a committee, extend the term, end the caretakers' posts. */
    may: Type.Object(
      { record: Type.Boolean(), appoint: Type.Boolean(), ask: Type.Boolean(), decide: Type.Boolean() },
      closed,
    ),
  },
  { $id: 'organization.Committee', additionalProperties: false },
)
