import { Cell, Count, Cursor, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { tokenScopeNames } from './machine.ts'
import { UnitLevel, UnitName, unitLevels } from './unit-name.ts'

export type { Coverage, Employer, EmployerPage, PastCoverage, PastEmployerPage } from './coverage/shapes.ts'
export type { ChangeAsked, ChangePreview, UnitChange, UnitPast } from './life/shapes.ts'
export type { Committee, Officer, PastCommittee, Term } from './officers/shapes.ts'

export { UnitLevel, UnitName, unitLevels }

/** A union 工会组织 in the tree. */
export type Unit = Static<typeof Unit>
export const Unit = Type.Object(
  {
    id: Id,
    name: Type.String(),
    shortName: Type.String(),
    level: UnitLevel,
    cell: Cell,
    path: Type.String(),
    parent: nullable(Id),
    divisionCode: nullable(Type.String({ description: 'GB/T 2260 or 9/12-digit statistical code' })),
    creditCode: nullable(Type.String({ description: '统一社会信用代码' })),
    /** How many unions stand directly below. */
    children: Count,
    state: Type.Enum(['founding', 'active', 'closing', 'closed']),
  },
  { $id: 'organization.Unit', additionalProperties: false },
)

/** A union with the chain above it, nation first. */
export type UnitWithChain = Static<typeof UnitWithChain>
export const UnitWithChain = Type.Object(
  { unit: Unit, chain: Type.Array(UnitName) },
  { $id: 'organization.UnitWithChain', additionalProperties: false },
)

export type UnitPage = Static<typeof UnitPage>
export const UnitPage = Type.Object(
  { items: Type.Array(Unit), next: nullable(Cursor) },
  { $id: 'organization.UnitPage', additionalProperties: false },
)

/** A union that stood below another on a past day, as it was called then. */
export type PastUnit = Static<typeof PastUnit>
export const PastUnit = Type.Object(
  {
    id: Id,
    name: Type.String({ description: '工会全称' }),
    shortName: Type.String(),
    level: UnitLevel,
    state: Type.Enum(['founding', 'active', 'closing']),
    /** It stands there today. */
    stillHere: Type.Boolean(),
  },
  { $id: 'organization.PastUnit', additionalProperties: false },
)

export type PastUnitPage = Static<typeof PastUnitPage>
export const PastUnitPage = Type.Object(
  { items: Type.Array(PastUnit), next: nullable(Cursor), on: Day, known: Type.Enum(['then', 'now']) },
  { $id: 'organization.PastUnitPage', additionalProperties: false },
)

/** What a union was found by. */
export const foundBy = ['name', 'short', 'former', 'abbreviation', 'settled', 'initials', 'code'] as const

/** A union that a search found, with the unions above it, nation first. */
export type UnitHit = Static<typeof UnitHit>
export const UnitHit = Type.Object(
  {
    unit: Unit,
    above: Type.Array(UnitName),
    by: Type.Enum([...foundBy]),
    /** The former name, abbreviation or settled spelling it was found by. */
    alias: nullable(Type.String()),
  },
  { $id: 'organization.UnitHit', additionalProperties: false },
)

export type UnitHits = Static<typeof UnitHits>
export const UnitHits = Type.Object(
  {
    items: Type.Array(UnitHit, { maxItems: 20 }),
    more: Type.Boolean({ description: 'there are others; more letters find them' }),
  },
  { $id: 'organization.UnitHits', additionalProperties: false },
)

/** A post 岗位: a seat in a union that carries a role; its holder acts as it. */
export type Post = Static<typeof Post>
export const Post = Type.Object(
  {
    id: Id,
    title: Type.String({ description: '岗位名称' }),
    role: Type.String(),
    unit: Unit,
    /** What its holder may do, by act name. */
    acts: Type.Array(Type.String()),
    holderName: nullable(Type.String()),
    /** In office from this day. */
    since: nullable(Day),
    /** 看守: the committee's term is over and not extended; daily work goes on from this day (ELE-03). */
    caretakerFrom: nullable(Day),
  },
  { $id: 'organization.Post', additionalProperties: false },
)

export type PostPage = Static<typeof PostPage>
export const PostPage = Type.Object(
  { items: Type.Array(Post) },
  { $id: 'organization.PostPage', additionalProperties: false },
)

/** Who an officer is and what they may act as. */
export type OfficerSelf = Static<typeof OfficerSelf>
export const OfficerSelf = Type.Object(
  { account: Id, name: Type.String(), posts: Type.Array(Post), unreadMessages: Count },
  { $id: 'organization.OfficerSelf', additionalProperties: false },
)

/** Somebody who could take over a post: an officer account known in that union. */
export type OfficerAccount = Static<typeof OfficerAccount>
export const OfficerAccount = Type.Object(
  { account: Id, name: Type.String(), login: Type.String() },
  { $id: 'organization.OfficerAccount', additionalProperties: false },
)

export type OfficerList = Static<typeof OfficerList>
export const OfficerList = Type.Object(
  { items: Type.Array(OfficerAccount) },
  { $id: 'organization.OfficerList', additionalProperties: false },
)

/** Longest life of a token, days. */
export const tokenDaysAtMost = 366
/** Tokens an account may have at a time. */
export const tokensAtMost = 20

export const TokenScopes = Type.Array(Type.Enum(tokenScopeNames), {
  minItems: 1,
  maxItems: tokenScopeNames.length,
  uniqueItems: true,
  description:
    'figures.read 看数字，tree.read 看组织，roll.read 看名册，queue.read 看待办，applications.decide 办入会，codes.manage 管入会码，window.enter 窗口录入',
})

/** A personal access token 访问令牌, without its secret. */
export type AccessToken = Static<typeof AccessToken>
export const AccessToken = Type.Object(
  {
    id: Id,
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    /** The post it acts as. */
    post: Id,
    postTitle: Type.String(),
    unitName: Type.String(),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedOn: nullable(Day),
    state: Type.Enum(['usable', 'expired', 'revoked', 'post_left']),
  },
  { $id: 'organization.AccessToken', additionalProperties: false },
)

export type AccessTokenList = Static<typeof AccessTokenList>
export const AccessTokenList = Type.Object(
  { items: Type.Array(AccessToken) },
  { $id: 'organization.AccessTokenList', additionalProperties: false },
)

/** A new token with its secret, which is said once. */
export type MadeToken = Static<typeof MadeToken>
export const MadeToken = Type.Object(
  { token: AccessToken, secret: Type.String({ description: 'sent as Authorization: Bearer …; shown once' }) },
  { $id: 'organization.MadeToken', additionalProperties: false },
)

/** What an officer may be invited as 角色: who runs a union of members, who works in a union above, who reads figures. */
export const officerRoles = ['grassroots_officer', 'upper_officer', 'statistician'] as const
export type OfficerRole = (typeof officerRoles)[number]
export const OfficerRole = Type.Enum([...officerRoles], { description: '角色' })

/** An invitation 干部邀请 as the officers see who made it. */
export type OfficerInvitation = Static<typeof OfficerInvitation>
export const OfficerInvitation = Type.Object(
  {
    cell: Cell,
    invitation: Id,
    unit: Type.Object({ id: Id, name: Type.String() }, { additionalProperties: false }),
    role: OfficerRole,
    title: Type.String({ description: '岗位名称' }),
    name: Type.String(),
    /** Masked. */
    phone: nullable(Type.String()),
    /** Masked. */
    mail: nullable(Type.String()),
    state: Type.Enum(['open', 'accepted', 'expired', 'revoked']),
    invitedAt: Instant,
    expiresAt: Instant,
    /** Only where it has just been made: afterwards nobody can read it, only make a new one. */
    link: nullable(Type.String()),
  },
  { $id: 'organization.OfficerInvitation', additionalProperties: false },
)

export type InvitationPage = Static<typeof InvitationPage>
export const InvitationPage = Type.Object(
  { items: Type.Array(OfficerInvitation), next: nullable(Cursor) },
  { $id: 'organization.InvitationPage', additionalProperties: false },
)

/** An invitation on a sheet to be handed out: with a new link, and the link as a picture to scan. */
export type PrintedInvitation = Static<typeof PrintedInvitation>
export const PrintedInvitation = Type.Object(
  { invitation: OfficerInvitation, picture: Type.String({ description: 'SVG of a QR code of the link' }) },
  { $id: 'organization.PrintedInvitation', additionalProperties: false },
)
export type PrintedInvitations = Static<typeof PrintedInvitations>
export const PrintedInvitations = Type.Object(
  { items: Type.Array(PrintedInvitation) },
  { $id: 'organization.PrintedInvitations', additionalProperties: false },
)

/** What whoever opens a good link is shown: the post, and a second factor to set up. */
export type InvitationLook = Static<typeof InvitationLook>
export const InvitationLook = Type.Object(
  {
    unit: Type.String(),
    title: Type.String(),
    role: OfficerRole,
    name: Type.String(),
    invitedBy: Type.String({ description: 'union and post that invited' }),
    expiresAt: Instant,
    totp: Type.Object(
      {
        secret: Type.String({ description: 'base32, to be typed into an authenticator' }),
        picture: Type.String({ description: 'SVG of a QR code to be scanned by an authenticator' }),
        ticket: Type.String({ description: 'sealed; goes back with the acceptance' }),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'organization.InvitationLook', additionalProperties: false },
)

/** What accepting led to. */
export type InvitationAccepted = Static<typeof InvitationAccepted>
export const InvitationAccepted = Type.Object(
  {
    login: nullable(Type.String({ description: 'of the account that was opened; null where it stood already' })),
    unit: Type.String(),
    title: Type.String(),
  },
  { $id: 'organization.InvitationAccepted', additionalProperties: false },
)

export type {
  AskMade,
  FoundingAsks,
  FoundingElection,
  FoundingEmployer,
  FoundingLine,
  FoundingPage,
  FoundingPaper,
  FoundingPerson,
  FoundingView,
  OwnAsk,
  OwnAsks,
  PlaceUnions,
} from './founding/contract.ts'
export type {
  Certificate,
  CertificatePage,
  PastCertificatePage,
  RegistrationDraft,
  RegistrationForm,
  RegistrationLines,
  RegistrationView,
  UnitRegistrations,
} from './registration/contract.ts'
