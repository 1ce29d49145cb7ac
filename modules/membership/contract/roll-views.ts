import { Day, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { MembershipStatus } from '../status.ts'
import { peopleStands } from './roll.ts'

const closed = { additionalProperties: false } as const

/** What a view 名册视图 looks for: words of names and what people have in common; never a number or a phone. */
export type RollWish = Static<typeof RollWish>
export const RollWish = Type.Object(
  {
    find: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'a name or characters of one' })),
    match: Type.Optional(Type.Enum(['inside', 'begins', 'whole'])),
    order: Type.Optional(Type.Enum(['place', 'name', 'joined'])),
    status: Type.Optional(MembershipStatus),
    stand: Type.Optional(Type.Enum([...peopleStands])),
    sex: Type.Optional(Sex),
    ageFrom: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
    ageTo: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
    holder: Type.Optional(Id),
    sinceFrom: Type.Optional(Day),
    sinceTo: Type.Optional(Day),
  },
  { $id: 'membership.RollWish', ...closed },
)
export const RollColumns = Type.Array(Type.String({ maxLength: 30 }), { maxItems: 20 })
const viewFields = {
  name: Type.String({ minLength: 1, maxLength: 30 }),
  wish: RollWish,
  columns: RollColumns,
  /** The roll opens with it; one at most does. */
  opensFirst: Type.Boolean(),
} as const

/** A view of the roll as its officer saved it. */
export type RollView = Static<typeof RollView>
export const RollView = Type.Object({ id: Id, ...viewFields }, { $id: 'membership.RollView', ...closed })
export type NewRollView = Static<typeof NewRollView>
export const NewRollView = Type.Object(viewFields, { $id: 'membership.NewRollView', ...closed })

/** One's own views, by name, and the columns chosen last. */
export type RollViewList = Static<typeof RollViewList>
export const RollViewList = Type.Object(
  { items: Type.Array(RollView), columns: nullable(RollColumns) },
  { $id: 'membership.RollViewList', ...closed },
)
