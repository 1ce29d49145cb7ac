import { Cell, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { IdentityKind, Phone, PhoneCode, personFields, Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { MembershipStatus } from '../status.ts'
import { Card, Consents } from './joining.ts'

const closed = { additionalProperties: false } as const

/** Proof to claim a record 认领 without a joining code: the same form, and the same two consents. */
export type ClaimProof = Static<typeof ClaimProof>
export const ClaimProof = Type.Object(
  { ...personFields, phone: Phone, phoneCode: PhoneCode, consents: Consents },
  { $id: 'membership.ClaimProof', ...closed },
)

/** What is told before anything is typed: the notice, and the words of the separate consent for the number. */
export type ClaimTerms = Static<typeof ClaimTerms>
export const ClaimTerms = Type.Object(
  {
    notice: Type.Object(
      { version: Type.String(), title: Type.String(), paragraphs: Type.Array(Type.String()) },
      closed,
    ),
    sensitiveConsent: Type.String(),
  },
  { $id: 'membership.ClaimTerms', ...closed },
)

/** Whoever proved themselves is signed in: to rosters that wait for their word, or as the member they are. */
export type ClaimOutcome = Static<typeof ClaimOutcome>
export const ClaimOutcome = Type.Object(
  { outcome: Type.Enum(['listed', 'member']) },
  { $id: 'membership.ClaimOutcome', ...closed },
)

/** A row of a roster that names me and waits for my word. */
export type Claim = Static<typeof Claim>
export const Claim = Type.Object(
  {
    cell: Cell,
    membership: Id,
    unit: UnitName,
    upper: nullable(UnitName),
    /** The committee's decision day by the roster, where it says one. */
    since: nullable(Day),
    nameMask: Type.String(),
    identityMask: Type.String(),
  },
  { $id: 'membership.Claim', ...closed },
)

/** All rosters that name me, and where I am a member already: then taking one is a wish to transfer. */
export type ClaimList = Static<typeof ClaimList>
export const ClaimList = Type.Object(
  {
    items: Type.Array(Claim),
    memberOf: nullable(UnitName),
    applyingTo: nullable(UnitName),
    /** I am a confidential member 保密会员: no union learns of me by what I answer. */
    confidential: Type.Boolean(),
  },
  { $id: 'membership.ClaimList', ...closed },
)

/** Names one row of a roster. */
export const ClaimKey = Type.Object({ cell: Cell, membership: Id }, closed)

/** Why a roster does not name me rightly. */
export const DenialReason = Type.Enum(['not_me', 'left', 'never_joined'])
export type DenialReason = Static<typeof DenialReason>
export const Denial = Type.Object(
  { cell: Cell, membership: Id, reason: DenialReason },
  { $id: 'membership.Denial', ...closed },
)

/** What came of taking a record: a membership, a wish to transfer there, or, for a confidential member, nothing that anybody sees. */
export type Taking = Static<typeof Taking>
export const Taking = Type.Object(
  { outcome: Type.Enum(['taken', 'wished', 'kept']), card: nullable(Card) },
  { $id: 'membership.Taking', ...closed },
)

/** What a roster says otherwise than my record, and waits for my word; null where it says the same or nothing. */
export type RosterDifference = Static<typeof RosterDifference>
export const RosterDifference = Type.Object(
  {
    request: Id,
    at: Instant,
    name: nullable(Type.String()),
    phoneMask: nullable(Type.String()),
    unit: nullable(UnitName),
    /** The roster names me no longer. */
    leaving: Type.Boolean(),
  },
  closed,
)

/** My word on it: my record is right, or the roster is. */
export const RosterAnswer = Type.Object(
  { cell: Cell, membership: Id, request: Id, answer: Type.Enum(['mine', 'roster']) },
  { $id: 'membership.RosterAnswer', ...closed },
)

/** What the network holds of my membership 我的会籍, to be looked over once a year. */
export type MyRecord = Static<typeof MyRecord>
export const MyRecord = Type.Object(
  {
    cell: Cell,
    membership: Id,
    name: Type.String(),
    sex: Sex,
    identityKind: IdentityKind,
    identityMask: Type.String(),
    phoneMask: nullable(Type.String()),
    unit: UnitName,
    upper: nullable(UnitName),
    status: MembershipStatus,
    since: nullable(Day),
    claimedAt: nullable(Instant),
    /** The day I last said that it is true. */
    affirmedOn: nullable(Day),
    /** It is time to look again: never said, or eleven months ago. */
    affirmationDue: Type.Boolean(),
    differences: Type.Array(RosterDifference),
  },
  { $id: 'membership.MyRecord', ...closed },
)
