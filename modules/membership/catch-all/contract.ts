import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'
import { occupations } from './occupations.ts'

const closed = { additionalProperties: false } as const
export const OccupationCode = Type.Enum([...occupations])

/** A union of a place that takes workers of some occupations in at once 兜底接收, by its committee's standing decision. */
export type CatchAll = Static<typeof CatchAll>
export const CatchAll = Type.Object(
  {
    unit: UnitName,
    open: Type.Boolean(),
    occupations: Type.Array(OccupationCode),
    decidedOn: nullable(Day),
    document: nullable(Type.String()),
    by: nullable(Type.String()),
    openedAt: nullable(Instant),
    /** Members here by what they said they do, 人; whoever said nothing is not among them. */
    people: Type.Array(Type.Object({ occupation: OccupationCode, people: Count }, closed)),
  },
  { $id: 'membership.CatchAll', ...closed },
)
export const CatchAllWish = Type.Object(
  {
    unit: Id,
    occupations: Type.Array(OccupationCode, { minItems: 1, maxItems: occupations.length, uniqueItems: true }),
    decidedOn: Day,
    document: Type.String({ minLength: 2, maxLength: 100, description: '决定文号' }),
  },
  closed,
)
export const Proposal = Type.Object({ unit: Id, to: Id, occupation: OccupationCode }, closed)
/** How many were asked whether they want to move. */
export const Proposed = Type.Object({ cell: Cell, asked: Count }, { $id: 'membership.Proposed', ...closed })
