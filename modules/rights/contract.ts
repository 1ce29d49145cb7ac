import { Cell, Count, Cursor, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { Phone, PhoneCode } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { askClasses, longestWords, mediaLimits, results, solvedWords, topics } from './machine.ts'

const closed = { additionalProperties: false } as const
const base64 = (bytes: number) => Math.ceil(bytes / 3) * 4

const Words = Type.String({ minLength: 1, maxLength: longestWords, description: 'what is said, in plain words' })
export const Topic = Type.Enum([...topics], { description: '事项分类代码 (rulebook 0.6)' })
export const Class = Type.Enum([...askClasses], { description: '难度等级 (rulebook 2.7)' })
const Score = Type.Integer({ minimum: 1, maximum: 5 })
/** 查询码: the one key to an ask of somebody without an account. */
export const QueryCode = Type.String({ minLength: 12, maxLength: 40, description: '查询码, as shown once' })

/** A recording: bytes in base64, at most three minutes. */
export const Voice = Type.Object(
  {
    data: Type.String({ minLength: 1, maxLength: base64(mediaLimits.voiceBytes) + 4 }),
    seconds: Type.Number({ minimum: 0 }),
  },
  closed,
)
const Picture = Type.String({ minLength: 1, maxLength: base64(mediaLimits.pictureBytes) + 4, description: 'base64' })

/** The employer it is about, as far as the asker names it. */
export const Employer = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: '统一社会信用代码' })),
  },
  closed,
)

/** What is asked: typed, spoken, or both. */
const said = {
  words: Type.Optional(Words),
  voice: Type.Optional(Voice),
  pictures: Type.Optional(Type.Array(Picture, { maxItems: mediaLimits.pictures })),
}
const asked = {
  ...said,
  topic: Type.Optional(Topic),
  urgent: Type.Optional(Type.Boolean({ description: '有生命危险、十人以上欠薪或群体停工' })),
  employer: Type.Optional(Employer),
} as const

/** An ask by somebody signed in: to their own union, to the one above it, or to a union of a place. */
export type NewAsk = Static<typeof NewAsk>
export const NewAsk = Type.Object(
  {
    ...asked,
    /** Not for the union of my own unit: it goes one level up. */
    confidential: Type.Optional(Type.Boolean()),
    /** A union of a place instead of my own. */
    unit: Type.Optional(Id),
  },
  { $id: 'rights.NewAsk', ...closed },
)
/** An ask by somebody who is no member, by a phone they prove. */
export type GuestAsk = Static<typeof GuestAsk>
export const GuestAsk = Type.Object(
  {
    ...asked,
    unit: Id,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    phone: Phone,
    phoneCode: PhoneCode,
  },
  { $id: 'rights.GuestAsk', ...closed },
)
/** An ask by nobody: neither name nor phone nor account is kept. */
export type AnonymousAsk = Static<typeof AnonymousAsk>
export const AnonymousAsk = Type.Object({ ...asked, unit: Id }, { $id: 'rights.AnonymousAsk', ...closed })

/** What staff take down at the window or on the phone 窗口、电话代记 (G-08), and may answer at once. */
export type WindowAsk = Static<typeof WindowAsk>
export const WindowAsk = Type.Object(
  {
    ...asked,
    unit: Id,
    channel: Type.Enum(['window', 'phone']),
    /** The asker, where they want to be known; nobody has to. */
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    phone: Type.Optional(Phone),
    /** Somebody of the roll of this union, by reference: their name is taken from their record. */
    person: Type.Optional(Id),
    /** Of the document that was shown: a member whom this union holds has the ask among their own. It is kept nowhere. */
    identityNumber: Type.Optional(Type.String({ minLength: 4, maxLength: 30 })),
    class: Type.Optional(Class),
    answer: Type.Optional(Type.Object({ words: Words, result: Type.Enum([...results]) }, closed)),
  },
  { $id: 'rights.WindowAsk', ...closed },
)

/** A file of a turn. */
export const AskFile = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['voice', 'picture']),
    mediaType: Type.String(),
    sizeBytes: Count,
    seconds: nullable(Type.Integer()),
  },
  closed,
)
/** One turn of the conversation. */
export type Turn = Static<typeof Turn>
export const Turn = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    at: Instant,
    side: Type.Enum(['asker', 'union']),
    step: Type.String({ description: 'ask, ask_more, supply, interim, answer, reopen, close, extend' }),
    by: nullable(Type.String({ description: 'post and unit of whoever spoke for the union' })),
    result: nullable(Type.Enum([...results])),
    words: Type.String(),
    files: Type.Array(AskFile),
  },
  { $id: 'rights.Turn', ...closed },
)

const Owner = Type.Object({ post: nullable(Type.String()), unit: Type.String(), name: nullable(Type.String()) }, closed)
const Due = Type.Object(
  {
    on: Day,
    /** For the asker, where it is earlier: the day to answer by (T-12). */
    safeBy: nullable(Day),
    article: Type.String(),
    words: Type.String(),
    provisional: Type.Boolean(),
    overdue: Type.Boolean(),
    /** That the union's own clock stands still meanwhile, since when, and how many days are left of it. */
    stands: nullable(Type.String()),
  },
  closed,
)
/** By when the asker of a specially complex ask is told how far it is; null once they were, and for every other ask. */
const Interim = Type.Object({ on: Day, words: Type.String(), overdue: Type.Boolean() }, closed)
const Rating = Type.Object({ solved: Type.Enum([...solvedWords]), answer: Score, handling: Score }, closed)

/** What asker and handler both see of an ask. */
const askFields = {
  cell: Cell,
  matter: Id,
  kind: Type.String({ description: 'rights.ask or rights.retaliation' }),
  state: Type.String(),
  unit: UnitName,
  owner: Owner,
  openedAt: Instant,
  due: nullable(Due),
  interim: nullable(Interim),
  steps: Type.Array(Type.String()),
  topic: nullable(Topic),
  urgent: Type.Boolean(),
  confidential: Type.Boolean(),
  result: nullable(Type.Enum([...results])),
  rating: nullable(Rating),
  turns: Type.Array(Turn),
} as const

/** An ask as the asker sees it: nothing of other askers, nothing of how it is sorted. */
export type MyAsk = Static<typeof MyAsk>
export const MyAsk = Type.Object(
  {
    ...askFields,
    /** Whoever is not content may once have the union one level up take it up again. */
    above: nullable(UnitName),
  },
  { $id: 'rights.MyAsk', ...closed },
)

/** What a new ask is answered with; the code is shown this once, and only to whoever has no account. */
export type Received = Static<typeof Received>
export const Received = Type.Object(
  { ask: MyAsk, queryCode: nullable(QueryCode) },
  { $id: 'rights.Received', ...closed },
)

/** One line of my asks. */
export type MyAskLine = Static<typeof MyAskLine>
export const MyAskLine = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    openedAt: Instant,
    dueOn: nullable(Day),
    safeBy: nullable(Day),
    overdue: Type.Boolean(),
    topic: nullable(Topic),
    /** The first words of it; empty where it was only spoken. */
    begins: Type.String(),
    spoken: Type.Boolean(),
  },
  { $id: 'rights.MyAskLine', ...closed },
)
export type MyAskList = Static<typeof MyAskList>
export const MyAskList = Type.Object({ items: Type.Array(MyAskLine) }, { $id: 'rights.MyAskList', ...closed })

/** Calls since it was answered; `last`: one more today that reaches nobody ends it as unconfirmed. */
const Calls = Type.Object({ unreached: Count, days: Count, reached: Count, last: Type.Boolean() }, closed)

/** An ask as the handler sees it. */
export type AskView = Static<typeof AskView>
export const AskView = Type.Object(
  {
    ...askFields,
    /** The person behind it, where there is one in the network. */
    person: nullable(Id),
    asker: Type.Enum(['member', 'guest', 'anonymous']),
    channel: Type.Enum(['app', 'window', 'phone']),
    name: nullable(Type.String()),
    phone: nullable(Type.String()),
    employer: nullable(Type.Object({ name: nullable(Type.String()), code: nullable(Type.String()) }, closed)),
    class: Class,
    extended: Type.Boolean(),
    /** Calls to hear whether the answer helped 回访, since it was answered. */
    calls: Calls,
    typedBy: nullable(Type.String()),
    /** It was referred here, and may be sent back until this day. */
    referralDue: nullable(Day),
    /** The group it is answered with, and how many are in it. */
    group: nullable(Type.Object({ id: Id, asks: Count }, closed)),
    /** Open asks at the same desk about the same employer or topic that could be joined with it. */
    alike: Count,
  },
  { $id: 'rights.AskView', ...closed },
)

/** A report of retaliation as the union one level up sees it. */
export type RetaliationView = Static<typeof RetaliationView>
export const RetaliationView = Type.Object(
  {
    ...askFields,
    person: nullable(Id),
    name: nullable(Type.String()),
    /** The kind and the union of the matter it is about. */
    about: Type.Object({ kind: Type.String(), unit: nullable(UnitName), cell: Cell, matter: Id }, closed),
  },
  { $id: 'rights.RetaliationView', ...closed },
)

/** An open ask that could be answered together with another. */
export type AlikeAsk = Static<typeof AlikeAsk>
export const AlikeAsk = Type.Object(
  {
    cell: Cell,
    matter: Id,
    state: Type.String(),
    openedAt: Instant,
    topic: nullable(Topic),
    person: nullable(Id),
    title: Type.String(),
    begins: Type.String(),
    sameEmployer: Type.Boolean(),
    joined: Type.Boolean(),
  },
  { $id: 'rights.AlikeAsk', ...closed },
)
export type AlikeAsks = Static<typeof AlikeAsks>
export const AlikeAsks = Type.Object({ items: Type.Array(AlikeAsk) }, { $id: 'rights.AlikeAsks', ...closed })

/** Names one ask. */
export const AskKey = Type.Object({ cell: Cell, matter: Id }, closed)
const key = { cell: Cell, matter: Id } as const
/** Names one's own ask: by session, or by the query code. */
const ownKey = { ...key, code: Type.Optional(QueryCode) } as const
export const OwnAskKey = Type.Object(ownKey, closed)
export const Supply = Type.Object({ ...ownKey, ...said }, { $id: 'rights.Supply', ...closed })
export const Closing = Type.Object(
  { ...ownKey, solved: Type.Enum([...solvedWords]), answer: Score, handling: Score, words: Type.Optional(Words) },
  { $id: 'rights.Closing', ...closed },
)
export const Reopening = Type.Object(
  {
    ...ownKey,
    words: Words,
    /** By the union one level up: once. */
    above: Type.Optional(Type.Boolean()),
  },
  { $id: 'rights.Reopening', ...closed },
)
export const RetaliationReport = Type.Object({ ...ownKey, ...said }, { $id: 'rights.RetaliationReport', ...closed })

export const Saying = Type.Object({ ...key, words: Words }, { $id: 'rights.Saying', ...closed })
export const Answer = Type.Object(
  { ...key, words: Words, result: Type.Enum([...results]) },
  { $id: 'rights.Answer', ...closed },
)
export const Sorting = Type.Object(
  { ...key, class: Type.Optional(Class), topic: Type.Optional(Topic) },
  { $id: 'rights.Sorting', ...closed },
)
/** A call to hear whether the answer helped 回访: whether they were reached, and what was said. */
export const Calling = Type.Object(
  { ...key, reached: Type.Boolean(), words: Type.Optional(Words) },
  { $id: 'rights.Calling', ...closed },
)
/** Why more time is needed; the asker is told before the first day is over (T-16). */
export const Extension = Type.Object({ ...key, words: Words }, { $id: 'rights.Extension', ...closed })
export const Joining = Type.Object(
  { ...key, others: Type.Array(Id, { minItems: 1, maxItems: 100 }) },
  { $id: 'rights.Joining', ...closed },
)
export type GroupAnswered = Static<typeof GroupAnswered>
export const GroupAnswered = Type.Object({ answered: Count }, { $id: 'rights.GroupAnswered', ...closed })

/** A union one may ask who belongs to none: of a place, never of an employer. */
export type AskPlace = Static<typeof AskPlace>
export const AskPlace = Type.Object(
  { unit: UnitName, cell: Cell, more: Type.Boolean({ description: 'there are unions of places below it' }) },
  { $id: 'rights.AskPlace', ...closed },
)
export type AskPlaces = Static<typeof AskPlaces>
export const AskPlaces = Type.Object(
  { above: Type.Array(UnitName), items: Type.Array(AskPlace), next: nullable(Cursor) },
  { $id: 'rights.AskPlaces', ...closed },
)

/** A count as it may be shown: null where it is too small, or would give a small one away (G-03). */
const Shown = nullable(Count)
export const standings = ['open', 'answered', 'solved', 'partly', 'unsolved', 'unconfirmed', 'withdrawn'] as const
export type Standing = (typeof standings)[number]
/** Asks of one quarter in one place, by topic, by outcome, and by the places below. */
export type AskFigures = Static<typeof AskFigures>
export const AskFigures = Type.Object(
  {
    unit: UnitName,
    quarter: Type.String({ description: 'YYYY-Qn' }),
    total: Shown,
    /** Calendar days until the first answer: the median, and what nine of ten did not exceed. Null below ten answers. */
    days: nullable(Type.Object({ p50: Count, p90: Count }, closed)),
    topics: Type.Array(Type.Object({ topic: Type.String(), asks: Shown }, closed)),
    outcomes: Type.Array(Type.Object({ standing: Type.Enum([...standings]), asks: Shown }, closed)),
    places: Type.Array(Type.Object({ unit: nullable(UnitName), asks: Shown }, closed)),
    smallest: Count,
    asOf: Instant,
  },
  { $id: 'rights.AskFigures', ...closed },
)
export const FiguresWish = Type.Object(
  { unit: Id, quarter: Type.String({ pattern: '^20\\d\\d-Q[1-4]$', description: 'YYYY-Qn' }) },
  closed,
)
