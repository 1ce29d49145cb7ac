import { Cell, Count, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { RollRow } from '../contract/roll.ts'

const closed = { additionalProperties: false } as const

/** Who belongs to a union itself, without those of the unions below it. */
export type OwnPeoplePage = Static<typeof OwnPeoplePage>
export const OwnPeoplePage = Type.Object(
  { items: Type.Array(RollRow), next: nullable(Id) },
  { $id: 'membership.OwnPeoplePage', ...closed },
)

/** Whom a list names of a union's own people, and every line that names nobody for certain. */
export type NamedPeople = Static<typeof NamedPeople>
export const NamedPeople = Type.Object(
  {
    found: Type.Array(
      Type.Object(
        {
          cell: Cell,
          row: Count,
          membership: Id,
          person: Id,
          name: Type.String(),
          to: nullable(Type.String({ description: 'what the line says under 去向' })),
        },
        closed,
      ),
    ),
    unclear: Type.Array(
      Type.Object(
        { row: Count, name: Type.String(), why: Type.Enum(['unknown', 'several', 'twice', 'no_name', 'number']) },
        closed,
      ),
    ),
  },
  { $id: 'membership.NamedPeople', ...closed },
)
