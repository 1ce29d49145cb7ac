import { MyMatter } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { Phone, PhoneCode, personFields } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { OccupationCode } from '../catch-all/contract.ts'
import { MembershipStatus } from '../status.ts'

const closed = { additionalProperties: false } as const

/** What a scanned joining code 入会码 says before anything is typed. */
export type Invitation = Static<typeof Invitation>
export const Invitation = Type.Object(
  {
    code: Type.String({ description: 'the signed code to submit with, also where a short one was opened' }),
    unit: UnitName,
    /** The union one level up: whom to turn to beyond the unit. */
    upper: nullable(UnitName),
    expiresAt: Instant,
    notice: Type.Object(
      { version: Type.String(), title: Type.String(), paragraphs: Type.Array(Type.String()) },
      closed,
    ),
    /** Words of the separate consent for the identity number (PI-09). */
    sensitiveConsent: Type.String(),
    reviewWorkdays: Type.Integer(),
    /** Occupations that this union takes in at once 兜底接收; none for most. */
    occupations: Type.Array(OccupationCode),
    /** There is a union above that can hold me where my employer’s is not to know 保密. */
    canHide: Type.Boolean(),
  },
  { $id: 'membership.Invitation', ...closed },
)

/** A joining code as its union manages it. */
export type JoiningCode = Static<typeof JoiningCode>
export const JoiningCode = Type.Object(
  {
    cell: Cell,
    id: Id,
    unit: UnitName,
    label: Type.String(),
    link: Type.String({ description: 'opens in any browser' }),
    shortCode: Type.String({ description: '短码: six characters to type where nothing can be scanned' }),
    shortLink: Type.String({ description: 'the short code as an address' }),
    createdAt: Instant,
    expiresAt: Instant,
    revokedAt: nullable(Instant),
    state: Type.Enum(['open', 'expired', 'revoked']),
    /** Applications that came through it. */
    used: Count,
  },
  { $id: 'membership.JoiningCode', ...closed },
)
export type JoiningCodeList = Static<typeof JoiningCodeList>
export const JoiningCodeList = Type.Object(
  { items: Type.Array(JoiningCode) },
  { $id: 'membership.JoiningCodeList', ...closed },
)

/** The two consents: the notice by its version (PI-03, PI-04), and the separate one for the identity number (PI-09). */
export const Consents = Type.Object({ notice: Type.String({ maxLength: 20 }), sensitive: Type.Boolean() }, closed)

/** The worker's own submission after scanning: three typed fields and a phone code. */
export type Submission = Static<typeof Submission>
export const Submission = Type.Object(
  {
    code: Type.String({ maxLength: 400, description: 'the scanned code' }),
    ...personFields,
    phone: Phone,
    phoneCode: PhoneCode,
    consents: Consents,
    /** The phone has become mine 号码易主: a record that had it before, under another number, loses it. */
    phoneIsMine: Type.Optional(Type.Boolean()),
    /** What I do, where the union takes some occupations in at once 兜底接收. */
    occupation: Type.Optional(OccupationCode),
    /** My employer’s union is not to know 保密: the union above takes me in and holds my membership. */
    confidential: Type.Optional(Type.Boolean()),
    /** The open application this one replaces, with the worker's consent (MEM-13). */
    replaces: Type.Optional(Type.Object({ cell: Cell, matter: Id }, closed)),
  },
  { $id: 'membership.Submission', ...closed },
)

/** The electronic card 电子会员证. Its number was fixed once and says nothing; its code changes by the minute. */
export type Card = Static<typeof Card>
export const Card = Type.Object(
  {
    number: Type.String({ description: '会员证编号' }),
    name: Type.String(),
    unit: UnitName,
    upper: nullable(UnitName),
    status: MembershipStatus,
    /** The committee's decision day, once there is one (MEM-11). */
    since: nullable(Day),
    /** The card's key of today (base64url): with the minute it makes the code another device can check. */
    secret: Type.String(),
    /** Until when codes of this key are believed; a session that lives gets the next one. */
    secretUntil: Instant,
    /** The application that is still open, if any. */
    matter: nullable(MyMatter),
  },
  { $id: 'membership.Card', ...closed },
)

/**
 * The answer to a submission. `member_already` is said only to whoever proved the bound phone, `listed` only to whoever
 * proved the phone that stands on a roster beside their name and number: they are asked about it.
 */
export type JoinOutcome = Static<typeof JoinOutcome>
export const JoinOutcome = Type.Object(
  {
    outcome: Type.Enum(['provisional', 'member_already', 'listed']),
    card: nullable(Card),
    /** Where the person is a member already; the scan stands there as a wish to transfer. */
    memberOf: nullable(UnitName),
  },
  { $id: 'membership.JoinOutcome', ...closed },
)

/** What checking a card's minute code on another device tells. */
export type CardCheck = Static<typeof CardCheck>
export const CardCheck = Type.Object(
  {
    valid: Type.Boolean(),
    status: nullable(MembershipStatus),
    nameMask: nullable(Type.String()),
    unit: nullable(UnitName),
    at: Instant,
  },
  { $id: 'membership.CardCheck', ...closed },
)

/** Staff type for somebody at the window 窗口代办: confirmed by a phone code or by signed paper that is scanned in. */
export type WindowApplication = Static<typeof WindowApplication>
export const WindowApplication = Type.Object(
  {
    unit: Id,
    ...personFields,
    phone: Type.Optional(Phone),
    /** The union named is not to know 保密: the one above it takes the person in, at whose window this is. */
    confidential: Type.Optional(Type.Boolean()),
    proof: Type.Union([
      Type.Object({ kind: Type.Literal('code'), phoneCode: PhoneCode }, closed),
      Type.Object({ kind: Type.Literal('paper'), file: Id }, closed),
    ]),
    consents: Consents,
  },
  { $id: 'membership.WindowApplication', ...closed },
)
