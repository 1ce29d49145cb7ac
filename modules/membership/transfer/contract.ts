import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Cursor, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { IdentityKind, Phone, PhoneCode, personFields } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { declineReasons, objectionReasons } from './machine.ts'

const closed = { additionalProperties: false } as const

/** Names a transfer by its matter at the union the member leaves. */
export const TransferKey = Type.Object({ cell: Cell, matter: Id }, closed)

/** The union to move to: by its id, or by the code of it that was scanned. */
export const MoveTarget = Type.Object(
  {
    unit: Type.Optional(Id),
    code: Type.Optional(Type.String({ maxLength: 400, description: 'the scanned code' })),
    disclose: Type.Optional(
      Type.Boolean({ description: 'a confidential member 保密会员 lets the union of their new employer know of them' }),
    ),
  },
  closed,
)

/** What moving would mean, before anything is asked. */
export type TransferTerms = Static<typeof TransferTerms>
export const TransferTerms = Type.Object(
  {
    from: UnitName,
    to: UnitName,
    toUpper: nullable(UnitName),
    /** The union of the employer, which is not to know: the union above it, `to`, holds its confidential members. */
    hiddenFrom: nullable(UnitName),
    /** The membership is retained now, and becomes active again with the move (MEM-38). */
    resumes: Type.Boolean(),
    /** The day on which it is done at the latest, where nobody objects. */
    latestOn: Day,
    provisional: Type.Boolean({ description: 'the day rests on a year whose calendar is not official yet' }),
    /** The rules in plain words: the old union’s days, and the new one’s. */
    rules: Type.Array(Type.Object({ rule: Type.String(), article: Type.String(), words: Type.String() }, closed)),
    /** A transfer that runs already; it has to be withdrawn first. */
    open: nullable(TransferKey),
  },
  { $id: 'membership.TransferTerms', ...closed },
)

/** An objection to a transfer, and who decides over it. */
export const Objection = Type.Object(
  {
    reason: Type.Enum([...objectionReasons]),
    note: Type.String(),
    at: Instant,
    decider: UnitName,
  },
  closed,
)

/** A transfer 转会 as the member, the union they leave, and whoever decides over an objection see it. */
export type TransferView = Static<typeof TransferView>
export const TransferView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    name: Type.String(),
    state: Type.String(),
    from: UnitName,
    to: UnitName,
    channel: Type.Enum(['self', 'window', 'invited']),
    askedAt: Instant,
    owner: Owner,
    due: nullable(Due),
    /** The day on which it is done at the latest; null while an objection is open and once it has ended. */
    latestOn: nullable(Day),
    /** The new union has accepted. */
    accepted: Type.Boolean(),
    /** How the old union’s side was through. */
    releasedBy: nullable(Type.Enum(['union', 'silence', 'decision'])),
    objection: nullable(Objection),
    /** What the asker may do now. */
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.TransferView', ...closed },
)

/** The same transfer as the union sees it that the member comes to 转入. */
export type IncomingView = Static<typeof IncomingView>
export const IncomingView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    name: Type.String(),
    identityMask: Type.String(),
    state: Type.String(),
    from: UnitName,
    to: UnitName,
    channel: Type.Enum(['self', 'window', 'invited']),
    askedAt: Instant,
    owner: Owner,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.IncomingView', ...closed },
)

/** Words that explain an act to the person: at least ten characters, so that they say something. */
const Explanation = Type.String({ minLength: 10, maxLength: 500 })
export const ObjectionForm = Type.Object(
  { cell: Cell, matter: Id, reason: Type.Enum([...objectionReasons]), note: Explanation },
  closed,
)
export const DecisionForm = Type.Object(
  { cell: Cell, matter: Id, decision: Type.Enum(['overrule', 'uphold']), note: Explanation },
  closed,
)
export const DeclineForm = Type.Object(
  { cell: Cell, matter: Id, reason: Type.Enum([...declineReasons]), note: Type.Optional(Explanation) },
  closed,
)

/** A question to move 转会邀约 that waits for my word. */
export const TransferCall = Type.Object(
  {
    cell: Cell,
    id: Id,
    to: UnitName,
    toUpper: nullable(UnitName),
    from: UnitName,
    origin: Type.Enum(['scan', 'roster', 'union']),
    at: Instant,
  },
  { $id: 'membership.TransferCall', ...closed },
)
export type TransferCallList = Static<typeof TransferCallList>
export const TransferCallList = Type.Object(
  { items: Type.Array(TransferCall) },
  { $id: 'membership.TransferCallList', ...closed },
)

/** Somebody at the window of the union they come to: the code on their phone is their yes. */
export const WindowTransfer = Type.Object(
  {
    unit: Id,
    ...personFields,
    phone: Phone,
    phoneCode: PhoneCode,
    /** The union named is not to know 保密: the one above it takes the member in, at whose window this is. */
    confidential: Type.Optional(Type.Boolean()),
  },
  { $id: 'membership.WindowTransfer', ...closed },
)
/** Somebody a union asks to come, by name and number. */
export const InvitationForm = Type.Object(
  {
    unit: Id,
    name: Type.String({ minLength: 1, maxLength: 60 }),
    identityKind: IdentityKind,
    identityNumber: Type.String({ minLength: 1, maxLength: 40 }),
  },
  { $id: 'membership.TransferInvitationForm', ...closed },
)

/** Somebody a union has asked to come 转入邀请. It reads the same whether the network knows them or not, until they say yes. */
export type InvitedView = Static<typeof InvitedView>
export const InvitedView = Type.Object(
  {
    cell: Cell,
    id: Id,
    name: Type.String(),
    identityMask: Type.String(),
    unit: UnitName,
    by: Type.String(),
    at: Instant,
    expiresOn: Day,
    state: Type.Enum(['asked', 'came', 'over']),
  },
  { $id: 'membership.TransferInvited', ...closed },
)
export type InvitedPage = Static<typeof InvitedPage>
export const InvitedPage = Type.Object(
  { items: Type.Array(InvitedView), next: nullable(Cursor) },
  { $id: 'membership.TransferInvitedPage', ...closed },
)

/** A line of the list of transfers of a union, in or out. */
export type TransferLine = Static<typeof TransferLine>
export const TransferLine = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    name: Type.String(),
    from: UnitName,
    to: UnitName,
    state: Type.String(),
    askedAt: Instant,
    dueOn: nullable(Day),
    endedAt: nullable(Instant),
  },
  { $id: 'membership.TransferLine', ...closed },
)
export type TransferPage = Static<typeof TransferPage>
export const TransferPage = Type.Object(
  { items: Type.Array(TransferLine), next: nullable(Cursor), open: Count },
  { $id: 'membership.TransferPage', ...closed },
)

/** A union one may move to, as a member looks for it. */
export type UnionHits = Static<typeof UnionHits>
export const UnionHits = Type.Object(
  {
    items: Type.Array(
      Type.Object({ unit: UnitName, above: Type.Array(UnitName), alias: nullable(Type.String()) }, closed),
    ),
    more: Type.Boolean(),
  },
  { $id: 'membership.UnionHits', ...closed },
)
