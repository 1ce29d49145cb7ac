import { Due, HistoryLine, MyMatter, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Cursor, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { IdentityKind, Phone, PhoneCode, personFields, Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { OccupationCode } from './catch-all/contract.ts'
import { returnReasons } from './machine.ts'
import { MembershipStatus } from './status.ts'

export {
  MyMatter,
  MyMatterList,
  QueueCounts,
  QueuePage,
  QueueRow,
} from '@gongqiao/kernel/matter/contract.ts'
export type { CatchAll } from './catch-all/contract.ts'
export type { EmployerFigures, MyConfidence } from './confidential/contract.ts'
export type { DuplicateList, MergeList, MergePreview, MergeView, Side } from './duplicates/contract.ts'
export type { LifeMatter, LifeView, MyLife } from './life/contract.ts'
export type { NamedPeople, OwnPeoplePage } from './life-of-units/contract.ts'
export { MembershipStatus } from './status.ts'

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

/** An application as the deciding officer sees it. */
export type ApplicationView = Static<typeof ApplicationView>
export const ApplicationView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    state: Type.String(),
    name: Type.String(),
    sex: Sex,
    age: Type.Integer(),
    identityKind: IdentityKind,
    identityMask: Type.String(),
    phoneMask: nullable(Type.String()),
    unit: UnitName,
    submittedAt: Instant,
    /** Whether name and number were found to belong together; the default adapter does not know. */
    verification: Type.Enum(['not_verified', 'matches', 'differs']),
    channel: Type.Enum(['self', 'window_code', 'window_paper']),
    /** What the union's own roster says under this number: confirming makes the two one. */
    roster: nullable(Type.Object({ name: Type.String(), since: nullable(Day) }, closed)),
    /** Who typed it, when staff did. */
    typedBy: nullable(Type.String()),
    owner: Owner,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.ApplicationView', ...closed },
)

/** Names one application. */
export const ApplicationKey = Type.Object({ cell: Cell, matter: Id }, closed)
/** Confirms with the committee's decision day (MEM-11): not in the future, not before the application. */
export const Confirmation = Type.Object({ cell: Cell, matter: Id, decidedOn: Day }, closed)
export const BulkConfirmation = Type.Object(
  { items: Type.Array(ApplicationKey, { minItems: 1, maxItems: 200 }), decidedOn: Day },
  { $id: 'membership.BulkConfirmation', ...closed },
)
export type BulkResult = Static<typeof BulkResult>
export const BulkResult = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        { cell: Cell, matter: Id, done: Type.Boolean(), code: nullable(Type.String()), text: nullable(Type.String()) },
        closed,
      ),
    ),
  },
  { $id: 'membership.BulkResult', ...closed },
)
export const Return = Type.Object(
  {
    cell: Cell,
    matter: Id,
    reason: Type.Enum([...returnReasons]),
    note: Type.Optional(Type.String({ maxLength: 300 })),
  },
  closed,
)

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

/** Somebody applied with my identity number, and I have not said yet whether that was me. */
export type IdentityAlert = Static<typeof IdentityAlert>
export const IdentityAlert = Type.Object(
  { cell: Cell, id: Id, unit: UnitName, at: Instant },
  { $id: 'membership.IdentityAlert', ...closed },
)
export type IdentityAlertList = Static<typeof IdentityAlertList>
export const IdentityAlertList = Type.Object(
  { items: Type.Array(IdentityAlert) },
  { $id: 'membership.IdentityAlertList', ...closed },
)
/** Names one alert. */
export const AlertKey = Type.Object({ cell: Cell, alert: Id }, closed)

/** A member's report 不是我 as an officer of their union sees it. */
export type ReportView = Static<typeof ReportView>
export const ReportView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    name: Type.String(),
    state: Type.String(),
    unit: UnitName,
    /** The union somebody applied to with the member's number, and when. */
    appliedTo: UnitName,
    appliedAt: Instant,
    /** What the report is about: an application with the member's number, or a roster that names them wrongly. */
    about: Type.Enum(['application', 'roster']),
    /** Why the roster is wrong, by the person. */
    reason: nullable(DenialReason),
    /** The post that answers for that union: whom to talk to. Its holder is not named beyond one's own area. */
    appliedDesk: Owner,
    /** The member's own phone, masked. */
    phoneMask: nullable(Type.String()),
    reportedAt: Instant,
    owner: Owner,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.ReportView', ...closed },
)
/** Names one report. */
export const ReportKey = Type.Object({ cell: Cell, matter: Id }, closed)

export type {
  IncomingView,
  InvitedPage,
  InvitedView,
  TransferCallList,
  TransferPage,
  TransferTerms,
  TransferView,
  UnionHits,
} from './transfer/contract.ts'
