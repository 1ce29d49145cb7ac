import { Count, Instant } from '@gongqiao/kernel/shapes.ts'
import { Unit } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'

/** Live counts of one union and all below it; confirmed and provisional are never added together. */
export type UnitFigure = Static<typeof UnitFigure>
export const UnitFigure = Type.Object(
  { unit: Unit, confirmed: Count, provisional: Count },
  { $id: 'insight.UnitFigure', additionalProperties: false },
)

/** One union's figures with the unions directly below it, in tree order (never ordered by size). */
export type Figures = Static<typeof Figures>
export const Figures = Type.Object(
  {
    unit: Unit,
    confirmed: Count,
    provisional: Count,
    /** Members held by the unit itself, not by a union below. */
    ownConfirmed: Count,
    ownProvisional: Count,
    children: Type.Array(UnitFigure),
    next: Type.Union([Type.String(), Type.Null()]),
    asOf: Instant,
  },
  { $id: 'insight.Figures', additionalProperties: false },
)

/** A change on the stream: the unit's counts as of now. */
export type FigureTick = Static<typeof FigureTick>
export const FigureTick = Type.Object(
  {
    confirmed: Count,
    provisional: Count,
    asOf: Instant,
    changed: Type.Array(Type.String(), { description: 'ids of children whose counts changed' }),
  },
  { $id: 'insight.FigureTick', additionalProperties: false },
)
