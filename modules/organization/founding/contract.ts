import { HistoryLine } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { ties } from '../officers/seats.ts'
import { UnitName } from '../unit-name.ts'
import { foundingForms, foundingPapers } from './machine.ts'

const text = (most: number, description?: string) =>
  Type.String({ minLength: 1, maxLength: most, ...(description !== undefined && { description }) })
const people = Type.Integer({ minimum: 0, maximum: 10_000_000 })

export const FoundingForm = Type.Enum([...foundingForms], { description: '组织形式' })
export const FoundingBody = Type.Enum(['committee', 'organizer', 'agency'], {
  description: '委员会、组织员或派出机关（无选举）',
})
export const FoundingPaperKind = Type.Enum([...foundingPapers], { description: '文书' })
/** Levels below the county, where unions are founded. */
export const FoundingLevel = Type.Enum(['township', 'village', 'grassroots'], { description: '工会层级' })

/** An employer that the new union will cover, as it is typed. */
export type FoundingEmployer = Static<typeof FoundingEmployer>
export const FoundingEmployer = Type.Object(
  {
    name: text(100, '用人单位全称'),
    creditCode: Type.Optional(text(40, '统一社会信用代码')),
    address: Type.Optional(text(200)),
    divisionCode: Type.Optional(text(12)),
    industry: Type.Optional(text(6, 'GB/T 4754-2017')),
    employees: Type.Optional(people),
    women: Type.Optional(people),
    newEmployment: Type.Optional(people),
  },
  { $id: 'organization.FoundingEmployer', additionalProperties: false },
)

/** 1,000 employers in one joint union at most. */
export const employersAtMost = 1_000
export const FoundingEmployers = Type.Array(FoundingEmployer, { minItems: 1, maxItems: employersAtMost })

/** Somebody of the preparatory group, or elected. */
export type FoundingPerson = Static<typeof FoundingPerson>
export const FoundingPerson = Type.Object(
  {
    name: text(60),
    post: Type.Enum(['leader', 'member', 'chair', 'vice_chair', 'organizer', 'head'], { description: '职务' }),
    work: Type.Optional(text(60, '在单位的职务')),
    yes: Type.Optional(people),
    ties: Type.Optional(
      Type.Array(Type.Enum([...ties]), {
        maxItems: 13,
        uniqueItems: true,
        description: '与用人单位的关系 (ELE-30 to ELE-33)',
      }),
    ),
  },
  { $id: 'organization.FoundingPerson', additionalProperties: false },
)

/** The counted result 选举结果, as tellers give it. */
export type FoundingElection = Static<typeof FoundingElection>
export const FoundingElection = Type.Object(
  {
    electedOn: Day,
    meeting: Type.Enum(['general', 'delegates']),
    ballot: Type.Enum(['secret', 'show_of_hands']),
    members: people,
    womenMembers: people,
    expected: people,
    present: people,
    issued: people,
    returned: people,
    seats: Type.Integer({ minimum: 1, maximum: 60 }),
    termYears: Type.Integer({ minimum: 1, maximum: 10 }),
    committee: Type.Array(FoundingPerson, { minItems: 1, maxItems: 60 }),
    review: Type.Array(FoundingPerson, { maxItems: 20 }),
    women: Type.Array(FoundingPerson, { maxItems: 30 }),
  },
  { $id: 'organization.FoundingElection', additionalProperties: false },
)

/** What a founding is about, as an officer or an asker gives it. */
export const foundingFields = {
  form: FoundingForm,
  body: FoundingBody,
  name: text(100, '拟建工会全称'),
  shortName: Type.Optional(text(40)),
  level: Type.Optional(FoundingLevel),
  membersExpected: people,
  employers: FoundingEmployers,
}

export const FoundingKey = Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false })

const Written = Type.Object({ number: nullable(Type.String()), on: nullable(Day) }, { additionalProperties: false })

/** What a place rules for foundings on the day it is looked at, each with the text that says so. */
export type FoundingPlaceRules = Static<typeof FoundingPlaceRules>
export const FoundingPlaceRules = Type.Object(
  {
    mustEstablish: Type.Object(
      { members: Count, employees: nullable(Count), article: Type.String() },
      { additionalProperties: false, description: 'from so many on a union with a committee is established (ORG-20)' },
    ),
    within: nullable(
      Type.Object(
        { months: Count, otherwise: nullable(Type.Enum(['helpers', 'notice'])), article: Type.String() },
        { additionalProperties: false, description: 'by when, from the opening, and what follows where it is not' },
      ),
    ),
    womens: Type.Object(
      { members: nullable(Count), employees: nullable(Count), oneFrom: Count, article: Type.String() },
      {
        additionalProperties: false,
        description: 'from so many women on there is a women workers’ committee (ELE-23)',
      },
    ),
  },
  { additionalProperties: false },
)

/** A founding 建会 as officers see it. */
export type FoundingView = Static<typeof FoundingView>
export const FoundingView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    state: Type.String(),
    /** The union above, which replies and approves. */
    upper: UnitName,
    form: FoundingForm,
    body: FoundingBody,
    name: Type.String(),
    shortName: Type.String(),
    level: FoundingLevel,
    askedAs: Type.Enum(['worker', 'employer', 'officer']),
    asks: Count,
    membersExpected: Count,
    unit: nullable(UnitName),
    unitState: nullable(Type.String()),
    joined: nullable(UnitName),
    employers: Type.Array(FoundingEmployer),
    group: Type.Array(FoundingPerson),
    election: nullable(FoundingElection),
    termEnd: nullable(Day),
    /** The text of the place that lets fewer than ten members elect by show of hands; null where nothing does. */
    showOfHands: nullable(Type.String()),
    place: FoundingPlaceRules,
    plannedOn: nullable(Day),
    reply: Written,
    report: Written,
    approval: Written,
    /** Documents whose words an officer has kept. */
    keptPapers: Type.Array(FoundingPaperKind),
    openedAt: Instant,
    dueOn: nullable(Day),
    dueWords: nullable(Type.String()),
    overdue: Type.Boolean(),
    owner: Type.Object(
      { post: nullable(Type.String()), unit: Type.String(), name: nullable(Type.String()) },
      { additionalProperties: false },
    ),
    /** Steps that whoever asks may take now. */
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'organization.FoundingView', additionalProperties: false },
)

/** One founding in a list. */
export type FoundingLine = Static<typeof FoundingLine>
export const FoundingLine = Type.Object(
  {
    cell: Cell,
    matter: Id,
    name: Type.String(),
    form: FoundingForm,
    state: Type.String(),
    upper: Type.String(),
    asks: Count,
    employees: Count,
    employers: Count,
    openedAt: Instant,
    dueOn: nullable(Day),
    overdue: Type.Boolean(),
  },
  { $id: 'organization.FoundingLine', additionalProperties: false },
)
export type FoundingPage = Static<typeof FoundingPage>
export const FoundingPage = Type.Object(
  { items: Type.Array(FoundingLine), next: nullable(Type.String({ maxLength: 400 })) },
  { $id: 'organization.FoundingPage', additionalProperties: false },
)

/** Who asked, as the union of the place sees it. */
export type FoundingAsk = Static<typeof FoundingAsk>
export const FoundingAsk = Type.Object(
  {
    id: Id,
    askedAs: Type.Enum(['worker', 'employer']),
    askedAt: Instant,
    name: nullable(Type.String()),
    phone: nullable(Type.String()),
    words: nullable(Type.String()),
    withdrawn: Type.Boolean(),
    person: nullable(Id),
  },
  { $id: 'organization.FoundingAsk', additionalProperties: false },
)
export type FoundingAsks = Static<typeof FoundingAsks>
export const FoundingAsks = Type.Object(
  { cell: Cell, items: Type.Array(FoundingAsk) },
  { $id: 'organization.FoundingAsks', additionalProperties: false },
)

/** One's own request for a union, as whoever asked sees it. */
export type OwnAsk = Static<typeof OwnAsk>
export const OwnAsk = Type.Object(
  {
    cell: Cell,
    ask: Id,
    employer: Type.String(),
    state: Type.String(),
    upper: UnitName,
    askedAt: Instant,
    withdrawn: Type.Boolean(),
    dueOn: nullable(Day),
    dueWords: nullable(Type.String()),
    /** The union that came of it, once people may join. */
    unit: nullable(UnitName),
    owner: Type.Object(
      { post: nullable(Type.String()), unit: Type.String(), name: nullable(Type.String()) },
      { additionalProperties: false },
    ),
    /** Days on which it went on, newest last. */
    way: Type.Array(
      Type.Object(
        { at: Instant, state: Type.String(), reason: nullable(Type.String()) },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'organization.OwnAsk', additionalProperties: false },
)
export type OwnAsks = Static<typeof OwnAsks>
export const OwnAsks = Type.Object(
  { items: Type.Array(OwnAsk) },
  { $id: 'organization.OwnAsks', additionalProperties: false },
)

/** What somebody who asked is given. */
export type AskMade = Static<typeof AskMade>
export const AskMade = Type.Object(
  { follow: Type.String({ description: 'shown once: by it the asker follows it without signing in' }), ask: OwnAsk },
  { $id: 'organization.AskMade', additionalProperties: false },
)

/** A drafted document 文书. */
export type FoundingPaper = Static<typeof FoundingPaper>
export const FoundingPaper = Type.Object(
  {
    kind: FoundingPaperKind,
    number: nullable(Type.String({ maxLength: 60 })),
    text: Type.String({ minLength: 1, maxLength: 8_000 }),
    kept: Type.Boolean({ description: 'an officer has changed or kept its words' }),
  },
  { $id: 'organization.FoundingPaper', additionalProperties: false },
)

/** A general union of a place, where somebody asks. */
export type PlaceUnion = Static<typeof PlaceUnion>
export const PlaceUnion = Type.Object(
  { id: Id, name: Type.String(), shortName: Type.String(), level: Type.String(), below: Type.Boolean() },
  { $id: 'organization.PlaceUnion', additionalProperties: false },
)
export type PlaceUnions = Static<typeof PlaceUnions>
export const PlaceUnions = Type.Object(
  { items: Type.Array(PlaceUnion) },
  { $id: 'organization.PlaceUnions', additionalProperties: false },
)
