import { Cell, Count, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

/** Whether my employer's union knows of me 保密会员, and what I can do about it. */
export type MyConfidence = Static<typeof MyConfidence>
export const MyConfidence = Type.Object(
  {
    cell: Cell,
    membership: Id,
    confidential: Type.Boolean(),
    /** Who holds the membership now. */
    holder: UnitName,
    /** The employer's union: it does not know of me while I am confidential. */
    employer: nullable(UnitName),
    acts: Type.Array(Type.Enum(['disclose', 'hide'])),
  },
  { $id: 'membership.MyConfidence', ...closed },
)

/** How many people each employer's union has 各单位会员数; null where the figure is hidden (G-03). */
export type EmployerFigures = Static<typeof EmployerFigures>
export const EmployerFigures = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          unit: UnitName,
          people: nullable(Count),
          /** From 1 to 9; another hidden figure protects one that is. */
          small: Type.Boolean(),
        },
        closed,
      ),
    ),
    /** Null where it would give a small figure away. */
    total: nullable(Count),
    more: Type.Boolean(),
  },
  { $id: 'membership.EmployerFigures', ...closed },
)
