import { Cell, Cursor, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { MembershipStatus } from '../status.ts'

const closed = { additionalProperties: false } as const

/** One row of the roll 会员名册: masked, with age instead of birth date. */
export type RollRow = Static<typeof RollRow>
export const RollRow = Type.Object(
  {
    cell: Cell,
    membership: Id,
    person: Id,
    name: Type.String(),
    sex: Sex,
    age: Type.Integer(),
    identityMask: Type.String(),
    status: MembershipStatus,
    unit: UnitName,
    since: nullable(Day),
    /** The person has taken the record. */
    claimed: Type.Boolean(),
    /** The person said within twelve months that the record is true. */
    affirmed: Type.Boolean(),
  },
  { $id: 'membership.RollRow', ...closed },
)
export type RollPage = Static<typeof RollPage>
export const RollPage = Type.Object(
  {
    items: Type.Array(RollRow),
    next: nullable(Cursor),
    order: Type.Enum(['place', 'name', 'joined']),
    /** Why an order by name or date was not given: the scope is larger than 5,000 people. */
    orderRefused: Type.Boolean(),
  },
  { $id: 'membership.RollPage', ...closed },
)

/** Somebody who belonged to a union on a past day. */
export const PastRollRow = Type.Object(
  {
    cell: Cell,
    membership: Id,
    person: Id,
    name: Type.String(),
    sex: Sex,
    identityMask: Type.String(),
    /** As what they belonged then. */
    status: MembershipStatus,
    /** Which union held them then. */
    unit: UnitName,
    /** The same union holds them today. */
    stillHere: Type.Boolean(),
  },
  { $id: 'membership.PastRollRow', ...closed },
)

/** The roll as of the end of a past day. */
export type PastRollPage = Static<typeof PastRollPage>
export const PastRollPage = Type.Object(
  {
    items: Type.Array(PastRollRow),
    next: nullable(Cursor),
    on: Day,
    known: Type.Enum(['then', 'now'], { description: 'as known that day, or as corrected since' }),
  },
  { $id: 'membership.PastRollPage', ...closed },
)

/** How the person themselves may stand to their record. */
export const peopleStands = ['claimed', 'unclaimed', 'affirmed', 'unaffirmed'] as const
export type PeopleStand = (typeof peopleStands)[number]

/** A page of people who were searched for. */
export type PeoplePage = Static<typeof PeoplePage>
export const PeoplePage = Type.Object(
  {
    ...RollPage.properties,
    /** Enough was looked through for one answer; `next` goes on. */
    unfinished: Type.Boolean(),
  },
  { $id: 'membership.PeoplePage', ...closed },
)

/** A member's record as an officer of their union sees it. */
export type MemberView = Static<typeof MemberView>
export const MemberView = Type.Object(
  {
    cell: Cell,
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
    history: Type.Array(
      Type.Object({ from: Instant, to: nullable(Instant), status: MembershipStatus, unit: UnitName }, closed),
    ),
  },
  { $id: 'membership.MemberView', ...closed },
)
