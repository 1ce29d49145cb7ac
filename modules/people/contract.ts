import { Cell, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'

export type { ExportList, ExportState, ExportView } from '@gongqiao/kernel/exports/contract.ts'
export type {
  ImportHeadings,
  ImportKindList,
  ImportLine,
  ImportPage,
  ImportQuestion,
  ImportQuestionList,
  ImportRow,
  ImportRowPage,
  ImportState,
  ImportView,
  KnownColumn,
  Mapping,
  RowOutcome,
  SheetColumn,
  Verdict,
} from '@gongqiao/kernel/imports/contract.ts'
export type {
  GivenForm,
  MatterAttachment,
  MatterComment,
  MatterKindList,
  MatterKindView,
  MatterPause,
  MatterReceiver,
  MatterReferral,
  MatterSignature,
  MatterView,
  MyMatterWhole,
  StepOffer,
  StepResults,
} from '@gongqiao/kernel/matter/contract.ts'
export type { Message, MessagePage } from '@gongqiao/kernel/messages/contract.ts'

/** Kinds of identity document 证件类别 (rulebook 8.3), by name; `other` has no public rule. */
export const identityKinds = [
  'resident_card',
  'hk_macao_residence_permit',
  'taiwan_residence_permit',
  'foreign_permanent_resident_card',
  'passport',
  'hk_macao_travel_permit',
  'taiwan_travel_permit',
  'military_officer_card',
  'other',
] as const
export type IdentityKind = (typeof identityKinds)[number]
export const IdentityKind = Type.Enum([...identityKinds], { description: '有效证件类别' })

/** Sex 性别 as GB/T 2261.1 names it, where it is known. */
export const Sex = Type.Enum(['male', 'female', 'unknown'])
export type Sex = Static<typeof Sex>

/** What a person types of themselves; birth date and sex only where the document does not hold them. */
export const personFields = {
  name: Type.String({ minLength: 1, maxLength: 50, description: '姓名' }),
  identityKind: IdentityKind,
  identityNumber: Type.String({ minLength: 1, maxLength: 40, description: '证件号码' }),
  birthDate: Type.Optional(Day),
  sex: Type.Optional(Sex),
}
export const Phone = Type.String({ minLength: 5, maxLength: 24, description: '手机号码' })
export const PhoneCode = Type.String({ minLength: 6, maxLength: 6, description: '短信验证码' })

/** A code is on its way to a phone. The answer is the same for every phone. */
export type PhoneCodeSent = Static<typeof PhoneCodeSent>
export const PhoneCodeSent = Type.Object(
  {
    sentTo: Type.String({ description: 'masked phone' }),
    validSeconds: Type.Integer(),
    /** Seconds until another code may be asked for. */
    againSeconds: Type.Integer(),
  },
  { $id: 'people.PhoneCodeSent', additionalProperties: false },
)

/** The signed-in person, as they see themselves. */
export type Self = Static<typeof Self>
export const Self = Type.Object(
  {
    account: Id,
    person: Id,
    cell: Cell,
    name: Type.String(),
    identityKind: IdentityKind,
    identityMask: Type.String(),
    phoneMask: nullable(Type.String()),
    unreadMessages: Type.Integer(),
  },
  { $id: 'people.Self', additionalProperties: false },
)

/** One look at a person's record by somebody else 谁看过我. */
export type Look = Static<typeof Look>
export const Look = Type.Object(
  {
    /** Where the row of the access log stands, for its receipt. */
    cell: Cell,
    id: Id,
    at: Instant,
    act: Type.String(),
    post: Type.String(),
    unit: Type.String(),
    /** Why, in the words of whoever looked, where the act asks for it. */
    reason: nullable(Type.String()),
  },
  { $id: 'people.Look', additionalProperties: false },
)
export type LookPage = Static<typeof LookPage>
export const LookPage = Type.Object(
  { items: Type.Array(Look), next: nullable(Type.String()) },
  { $id: 'people.LookPage', additionalProperties: false },
)

/** A consent 同意 that was given: which text, which version, when, how. */
export type Consent = Static<typeof Consent>
export const Consent = Type.Object(
  {
    purpose: Type.String(),
    version: Type.String(),
    at: Instant,
    channel: Type.Enum(['self', 'window_code', 'window_paper']),
    withdrawnAt: nullable(Instant),
  },
  { $id: 'people.Consent', additionalProperties: false },
)
export type ConsentList = Static<typeof ConsentList>
export const ConsentList = Type.Object(
  { items: Type.Array(Consent) },
  { $id: 'people.ConsentList', additionalProperties: false },
)
