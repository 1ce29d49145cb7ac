import { Count, Day, Instant } from '@gongqiao/kernel/shapes.ts'
import { Unit } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'

/** The figures of the roll 会员数字, 人: each stands by itself, and they are never added together. */
const stands = {
  /** 在册: listed, active and retained. */
  onRoll: Count,
  /** 待确认: applied, and not decided yet. */
  provisional: Count,
  /** 已认领: of those on the roll, who proved themselves and took their record. */
  claimed: Count,
  /** 一年内本人确认: of those on the roll, who said within twelve months that their record is true. */
  affirmed: Count,
} as const

/** Live counts of one union and all below it. */
export type UnitFigure = Static<typeof UnitFigure>
export const UnitFigure = Type.Object(
  { unit: Unit, ...stands },
  { $id: 'insight.UnitFigure', additionalProperties: false },
)

/** One union's figures with the unions directly below it, in tree order (never ordered by size). */
export type Figures = Static<typeof Figures>
export const Figures = Type.Object(
  {
    unit: Unit,
    ...stands,
    /** Held by the unit itself, not by a union below. */
    ownOnRoll: Count,
    ownProvisional: Count,
    ownClaimed: Count,
    ownAffirmed: Count,
    children: Type.Array(UnitFigure),
    next: Type.Union([Type.String(), Type.Null()]),
    asOf: Instant,
  },
  { $id: 'insight.Figures', additionalProperties: false },
)

/** One union's figures as of the end of a past day, with the unions that stood below it then. */
export type PastFigures = Static<typeof PastFigures>
export const PastFigures = Type.Object(
  {
    unit: Unit,
    ...stands,
    ownOnRoll: Count,
    ownProvisional: Count,
    ownClaimed: Count,
    ownAffirmed: Count,
    children: Type.Array(UnitFigure),
    next: Type.Union([Type.String(), Type.Null()]),
    on: Day,
    known: Type.Enum(['then', 'now'], { description: 'as known that day, or as corrected since' }),
  },
  { $id: 'insight.PastFigures', additionalProperties: false },
)

/** A change on the stream: the unit's counts as of now. */
export type FigureTick = Static<typeof FigureTick>
export const FigureTick = Type.Object(
  {
    ...stands,
    asOf: Instant,
    changed: Type.Array(Type.String(), { description: 'ids of children whose counts changed' }),
  },
  { $id: 'insight.FigureTick', additionalProperties: false },
)
