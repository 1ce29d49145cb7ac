import { Cell, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { MembershipStatus } from '../status.ts'

const closed = { additionalProperties: false } as const

/** One of two records, every field that can differ: numbers and phones masked. */
export type Side = Static<typeof Side>
export const Side = Type.Object(
  {
    membership: Id,
    person: Id,
    name: Type.String(),
    sex: Sex,
    age: Type.Integer(),
    identityKind: IdentityKind,
    identityMask: Type.String(),
    phoneMask: nullable(Type.String()),
    status: MembershipStatus,
    unit: UnitName,
    since: nullable(Day),
    cardNumber: Type.String(),
    claimed: Type.Boolean(),
    /** Somebody signs in to it. */
    signsIn: Type.Boolean(),
  },
  { $id: 'membership.Side', ...closed },
)

/** Why two records may be one person's: the same number, or the same name, birth date and sex. */
export const duplicateReasons = ['number', 'name_birth_sex'] as const
export type DuplicateList = Static<typeof DuplicateList>
export const DuplicateList = Type.Object(
  {
    items: Type.Array(
      Type.Object({ cell: Cell, why: Type.Enum([...duplicateReasons]), one: Side, other: Side }, closed),
    ),
    /** There are more than are shown. */
    more: Type.Boolean(),
  },
  { $id: 'membership.DuplicateList', ...closed },
)

const pair = { cell: Cell, keep: Id, drop: Id } as const
export const Pair = Type.Object(pair, closed)
export const Merging = Type.Object(
  {
    ...pair,
    /** Membership counts from the earlier of the two days. */
    earlierSince: Type.Boolean(),
  },
  closed,
)

/** What a merge would do, field by field, before anything is done. */
export type MergePreview = Static<typeof MergePreview>
export const MergePreview = Type.Object(
  { cell: Cell, keep: Side, drop: Side, after: Side, earlierSince: nullable(Day), undoUntil: Day },
  { $id: 'membership.MergePreview', ...closed },
)

/** A merge that was done, and until when it can be undone. */
export type MergeView = Static<typeof MergeView>
export const MergeView = Type.Object(
  {
    cell: Cell,
    merge: Id,
    at: Instant,
    by: Type.String(),
    undoUntil: Day,
    undone: Type.Boolean(),
    kept: Side,
    dropped: Side,
  },
  { $id: 'membership.MergeView', ...closed },
)
export type MergeList = Static<typeof MergeList>
export const MergeList = Type.Object({ items: Type.Array(MergeView) }, { $id: 'membership.MergeList', ...closed })
