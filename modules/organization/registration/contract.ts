import { HistoryLine } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { UnitName } from '../unit-name.ts'
import { affiliations, employerNatures, registrationChanges, registrationWishes } from './machine.ts'

const text = (most: number, description?: string) =>
  Type.String({ minLength: 1, maxLength: most, ...(description !== undefined && { description }) })
const people = Type.Integer({ minimum: 0, maximum: 10_000_000 })
/** 万元, with at most four places: an exact decimal as text. */
const tenThousandYuan = (description: string) =>
  Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,4})?$', maxLength: 14, description: `${description}（万元）` })
/** m², with at most two places. */
const squareMetres = (description: string) =>
  Type.String({ pattern: '^\\d{1,7}(\\.\\d{1,2})?$', maxLength: 10, description: `${description}（平方米）` })

export const RegistrationWish = Type.Enum([...registrationWishes])
export const Affiliation = Type.Enum([...affiliations], { description: '隶属' })

const named = { name: text(60), post: text(60) }
const human = { ...named, identityNumber: text(24, '身份证号码'), mobile: text(24) }
const shown = { ...named, identityMask: Type.String(), mobileMask: Type.String() }
const leading = {
  sex: Type.Enum(['male', 'female']),
  ethnicity: text(10),
  education: text(10),
  politicalStatus: text(10),
  fullTime: Type.Boolean(),
  termFrom: Day,
  joinedUnionOn: Type.Optional(Day),
  otherPost: Type.Optional(text(60)),
}

/** 工会法人资格申请登记表: every field of the provincial form. Totals are computed, and so are not asked for. */
export type RegistrationForm = Static<typeof RegistrationForm>
export const RegistrationForm = Type.Object(
  {
    name: text(100, '工会全称'),
    phone: text(30),
    registeredAddress: text(200, '注册地址'),
    registeredPostcode: text(6),
    officeAddress: text(200, '办公地址'),
    officeDivision: text(12, '办公地址行政区划'),
    officePostcode: text(6),
    email: Type.Optional(text(120)),
    firstFoundedOn: Day,
    electedOn: Day,
    termYears: Type.Integer({ minimum: 3, maximum: 5 }),
    extendedUntil: Type.Optional(Day),
    extensionNumber: Type.Optional(text(60, '延期换届批复文号')),
    approvedBy: text(100, '批准建会的工会'),
    approvalNumber: text(60, '批准文号'),
    employees: people,
    members: people,
    fullTimeOfficers: people,
    employerNature: Type.Enum([...employerNatures]),
    employerCode: Type.Optional(text(18)),
    employerIndustry: Type.Optional(text(6)),
    incomeCarried: tenThousandYuan('上年结转'),
    incomeDues: tenThousandYuan('年会费收入'),
    incomeShare: tenThousandYuan('年经费留成'),
    incomeOther: tenThousandYuan('其他收入'),
    fundsFixed: tenThousandYuan('固定资金'),
    fundsLiquid: tenThousandYuan('流动资金'),
    fundsOther: tenThousandYuan('其他资金'),
    premisesOffice: squareMetres('办公用房'),
    premisesActivity: squareMetres('活动场所'),
    premisesOther: squareMetres('其他用房'),
    priorCodeCertificate: Type.Optional(text(40, '原组织机构代码证号')),
    priorCertificate: Type.Optional(text(40, '原法人资格证书号')),
    liability: Type.Boolean({ description: '能够独立承担民事责任' }),
    scope: text(500, '业务范围'),
    representative: Type.Object({ ...human, ...leading, birthDate: Day }, { additionalProperties: false }),
    handler: Type.Object(human, { additionalProperties: false }),
  },
  { $id: 'organization.RegistrationForm', additionalProperties: false },
)

/** The form as it is shown: of people's numbers their masks. */
export type ShownForm = Static<typeof ShownForm>
export const ShownForm = Type.Object(
  {
    ...RegistrationForm.properties,
    representative: Type.Object({ ...shown, ...leading }, { additionalProperties: false }),
    handler: Type.Object(shown, { additionalProperties: false }),
  },
  { $id: 'organization.ShownForm', additionalProperties: false },
)

/** What of the form the network knows already; what is left out is asked. */
export type RegistrationDraft = Static<typeof RegistrationDraft>
export const RegistrationDraft = Type.Object(
  {
    unit: UnitName,
    cell: Cell,
    wish: RegistrationWish,
    registrar: UnitName,
    /** Why nothing can be applied for now, as a refusal's code; null where it can. */
    obstacle: nullable(Type.String()),
    /** From this day on a renewal may be applied for. */
    renewalFrom: nullable(Day),
    known: Type.Object({}, { additionalProperties: true, description: 'fields of the form by name' }),
  },
  { $id: 'organization.RegistrationDraft', additionalProperties: false },
)

/** What is applied for beside the form. */
export const registrationFields = {
  affiliation: Type.Optional(Affiliation),
  form: RegistrationForm,
  changedOn: Type.Optional(Day),
  changes: Type.Optional(Type.Array(Type.Enum([...registrationChanges]), { maxItems: 4, uniqueItems: true })),
  clearedNumber: Type.Optional(text(60, '清算证明文号')),
  clearedOn: Type.Optional(Day),
  because: Type.Optional(text(200)),
}

export const RegistrationKey = Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false })

/** A certificate 工会法人资格证书. */
export type Certificate = Static<typeof Certificate>
export const Certificate = Type.Object(
  {
    cell: Cell,
    id: Id,
    unit: UnitName,
    registrar: Type.String(),
    number: Type.String(),
    creditCode: Type.String(),
    name: Type.String(),
    address: Type.String(),
    representative: Type.String(),
    scope: Type.String(),
    firstOn: Day,
    issuedOn: Day,
    validFrom: Day,
    validTo: Day,
    issue: Count,
    state: Type.Enum(['valid', 'renewable', 'expired', 'renewed', 'changed', 'cancelled']),
    /** From this day on its renewal may be applied for. */
    renewalFrom: Day,
    /** The union is called otherwise now: to be changed within 30 days (ORG-37). */
    differs: Type.Boolean(),
  },
  { $id: 'organization.Certificate', additionalProperties: false },
)
/** The certificates of a past day, as known then or as corrected since. */
export type PastCertificatePage = Static<typeof PastCertificatePage>
export const PastCertificatePage = Type.Object(
  {
    items: Type.Array(Certificate),
    next: nullable(Type.String({ maxLength: 400 })),
    on: Day,
    known: Type.Enum(['then', 'now']),
  },
  { $id: 'organization.PastCertificatePage', additionalProperties: false },
)

export type CertificatePage = Static<typeof CertificatePage>
export const CertificatePage = Type.Object(
  { items: Type.Array(Certificate), next: nullable(Type.String({ maxLength: 400 })) },
  { $id: 'organization.CertificatePage', additionalProperties: false },
)

/** An application as those see it who made it and who register. */
export type RegistrationView = Static<typeof RegistrationView>
export const RegistrationView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    state: Type.String(),
    unit: UnitName,
    registrar: UnitName,
    wish: RegistrationWish,
    affiliation: Affiliation,
    form: ShownForm,
    incomeTotal: Type.String(),
    fundsTotal: Type.String(),
    premisesTotal: Type.String(),
    changedOn: nullable(Day),
    changes: Type.Array(Type.String()),
    /** The change is told later than 30 days after it (ORG-37). */
    late: Type.Boolean(),
    clearedNumber: nullable(Type.String()),
    clearedOn: nullable(Day),
    because: nullable(Type.String()),
    /** Until when a certificate issued today is valid; null where none may be issued. */
    validTo: nullable(Day),
    obstacle: nullable(Type.String()),
    certificate: nullable(Certificate),
    openedAt: Instant,
    dueOn: nullable(Day),
    dueWords: nullable(Type.String()),
    overdue: Type.Boolean(),
    owner: Type.Object(
      { post: nullable(Type.String()), unit: Type.String(), name: nullable(Type.String()) },
      { additionalProperties: false },
    ),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'organization.RegistrationView', additionalProperties: false },
)

/** An application in a registrar's or a union's list. */
export type RegistrationLine = Static<typeof RegistrationLine>
export const RegistrationLine = Type.Object(
  {
    cell: Cell,
    matter: Id,
    unit: Type.String(),
    wish: RegistrationWish,
    state: Type.String(),
    openedAt: Instant,
    dueOn: nullable(Day),
    overdue: Type.Boolean(),
  },
  { $id: 'organization.RegistrationLine', additionalProperties: false },
)
export type RegistrationLines = Static<typeof RegistrationLines>
export const RegistrationLines = Type.Object(
  { items: Type.Array(RegistrationLine) },
  { $id: 'organization.RegistrationLines', additionalProperties: false },
)

/** A union's certificates, the newest first, and its applications. */
export type UnitRegistrations = Static<typeof UnitRegistrations>
export const UnitRegistrations = Type.Object(
  { current: nullable(Certificate), certificates: Type.Array(Certificate), applications: RegistrationLines },
  { $id: 'organization.UnitRegistrations', additionalProperties: false },
)
