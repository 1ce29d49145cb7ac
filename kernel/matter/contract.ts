import { type Static, Type } from 'typebox'
import { Cell, Count, Cursor, Day, Id, Instant, nullable } from '../shapes.ts'
import { referReasons, sendBackReasons } from '../shared/matter.ts'

const closed = { additionalProperties: false } as const
/** Words of an officer or a person. */
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Name = Type.String({ maxLength: 100 })

/** How high a unit stands; a text on the wire, since the kernel decides nothing by it. */
export type UnitStanding =
  | 'nation'
  | 'industry'
  | 'province'
  | 'prefecture'
  | 'county'
  | 'township'
  | 'village'
  | 'grassroots'

/** A unit as a matter names it. */
export type UnitRef = Static<typeof UnitRef>
export const UnitRef = Type.Object(
  { id: Id, name: Type.String(), shortName: Type.String(), level: Type.Unsafe<UnitStanding>(Type.String()) },
  { $id: 'kernel.UnitRef', ...closed },
)

/** Who has a matter, in words. */
export const Owner = Type.Object(
  { post: nullable(Type.String()), unit: Type.String(), name: nullable(Type.String()) },
  closed,
)

/** The due day of a matter and the rule it comes from. */
export type Due = Static<typeof Due>
export const Due = Type.Object(
  {
    on: Day,
    rule: Type.String({ description: 'rule id in the deadline table' }),
    article: Type.String(),
    /** The rule in plain words, in the asker's language: which event, how many days, which days were skipped. */
    words: Type.String(),
    provisional: Type.Boolean({ description: 'past the last official calendar year' }),
    overdue: Type.Boolean(),
  },
  { $id: 'kernel.Due', ...closed },
)

/** One line of a matter's history. */
export const HistoryLine = Type.Object(
  {
    at: Instant,
    /**
     * A step of the definition, or of every matter: `hand_over`, `refer`, `accept`, `accept_silently`, `send_back`, `dispute`,
     * `attach`, `ask_signatures`, `agree`, `refuse`, `pause`, `resume`, `escalate`, `move`.
     */
    step: Type.String(),
    from: nullable(Type.String()),
    to: Type.String(),
    by: nullable(Type.String({ description: 'post and unit, `person`, or `system`' })),
    reason: nullable(Type.String()),
    note: nullable(Type.String()),
  },
  closed,
)

/** A comment 备注: read by officers only, or by the person too. */
export type MatterComment = Static<typeof MatterComment>
export const MatterComment = Type.Object(
  {
    id: Id,
    at: Instant,
    by: nullable(Type.String({ description: 'post and unit, or `person`' })),
    text: Type.String(),
    visible: Type.Enum(['union', 'person']),
  },
  { $id: 'kernel.MatterComment', ...closed },
)

/** A paper or picture with a matter 附件, by the hash of its content. */
export type MatterAttachment = Static<typeof MatterAttachment>
export const MatterAttachment = Type.Object(
  {
    id: Id,
    at: Instant,
    by: nullable(Type.String({ description: 'post and unit, or `person`' })),
    name: Type.String(),
    mediaType: Type.String(),
    sizeBytes: Type.Integer(),
    /** Hash of the content under the installation's suite, hex. */
    hash: Type.String(),
    visible: Type.Enum(['union', 'person']),
  },
  { $id: 'kernel.MatterAttachment', ...closed },
)

/** A post that was asked to sign a step 会签, and what it said. */
export type MatterSignature = Static<typeof MatterSignature>
export const MatterSignature = Type.Object(
  {
    /** The step it is asked for; asking again for it begins another round, and the last one counts. */
    step: Type.String(),
    round: Type.Integer(),
    post: Id,
    by: Type.String({ description: 'post and unit' }),
    askedAt: Instant,
    decidedAt: nullable(Instant),
    decision: nullable(Type.Enum(['agreed', 'refused'])),
    note: nullable(Type.String()),
  },
  { $id: 'kernel.MatterSignature', ...closed },
)

/** A form as data: words of its fields are the kind's texts `field.*` and `choice.*.*`. */
export const FormShape = Type.Object(
  {
    fields: Type.Array(
      Type.Object(
        {
          key: Name,
          kind: Type.Enum(['text', 'long', 'choice', 'date', 'number', 'money', 'phone', 'files', 'yesno']),
          required: Type.Optional(Type.Boolean()),
          max: Type.Optional(Type.Number()),
          min: Type.Optional(Type.Number()),
          choices: Type.Optional(Type.Array(Type.String())),
          personal: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    ),
  },
  { $id: 'kernel.FormShape', ...closed },
)

/** Answers to a form by field: text, number (money in fen), yes or no, ids of attachments. */
export const FormAnswers = Type.Record(
  Type.String({ maxLength: 100 }),
  Type.Union([Type.String({ maxLength: 20_000 }), Type.Number(), Type.Boolean(), Type.Array(Id, { maxItems: 100 })]),
)

/** What was filled in 填写内容: when the matter was opened (`step` is null) and with steps since, oldest first. */
export type GivenForm = Static<typeof GivenForm>
export const GivenForm = Type.Object(
  { version: Type.Integer(), step: nullable(Type.String()), at: Instant, answers: FormAnswers },
  { $id: 'kernel.GivenForm', ...closed },
)

/** A step as an offer: what taking it asks for. */
export type StepOffer = Static<typeof StepOffer>
export const StepOffer = Type.Object(
  {
    step: Type.String(),
    to: Type.String(),
    basis: nullable(Type.String()),
    /** One of these is demanded; null: none is. */
    reasons: nullable(Type.Array(Type.String())),
    form: nullable(FormShape),
    /** Leads back to a state it came through. */
    back: Type.Boolean(),
    /** 会签 (all) or 或签 (any); `agreed` tells whether the last round allows it. */
    sign: nullable(Type.Object({ mode: Type.Enum(['all', 'any']), agreed: Type.Boolean() }, closed)),
    /** Its module has an act of its own for it: the engine's step act refuses it. */
    own: Type.Boolean(),
  },
  { $id: 'kernel.StepOffer', ...closed },
)

/** What an officer may do with a matter beside its steps: buttons come from here. */
export const matterActs = [
  'hand_over',
  'refer',
  'accept',
  'send_back',
  'comment',
  'attach',
  'ask_signatures',
  'sign',
  'pause',
  'resume',
] as const

/** A referral that waits for its receiver 转办待接收. Silence until the due day accepts it. */
export type MatterReferral = Static<typeof MatterReferral>
export const MatterReferral = Type.Object(
  {
    from: UnitRef,
    at: Instant,
    reason: Type.String(),
    dueOn: Day,
    /** It was sent back once before, or decided above both: it cannot be sent back. */
    final: Type.Boolean(),
  },
  { $id: 'kernel.MatterReferral', ...closed },
)

/** Its clock stands still 中止. */
export type MatterPause = Static<typeof MatterPause>
export const MatterPause = Type.Object({ since: Day, reason: Type.String() }, { $id: 'kernel.MatterPause', ...closed })

/** A matter 事项 as an officer sees it. */
export type MatterView = Static<typeof MatterView>
export const MatterView = Type.Object(
  {
    cell: Cell,
    id: Id,
    kind: Type.String(),
    /** The person or unit it concerns. */
    subject: Id,
    title: Type.String(),
    state: Type.String(),
    unit: UnitRef,
    owner: Owner,
    openedAt: Instant,
    endedAt: nullable(Instant),
    due: nullable(Due),
    /** The next word is the person's. */
    waitsForPerson: Type.Boolean(),
    paused: nullable(MatterPause),
    pauseReasons: Type.Array(Type.String(), { description: 'for which its clock may stand still now' }),
    escalations: Count,
    referral: nullable(MatterReferral),
    /** Where it went, when it went to another cell: this row is only its trace. */
    movedTo: nullable(Cell),
    steps: Type.Array(StepOffer),
    /** Acts beside the steps that are open to this post now. */
    may: Type.Array(Type.Enum([...matterActs])),
    forms: Type.Array(GivenForm),
    history: Type.Array(HistoryLine),
    comments: Type.Array(MatterComment),
    attachments: Type.Array(MatterAttachment),
    signatures: Type.Array(MatterSignature),
  },
  { $id: 'kernel.MatterView', ...closed },
)

/** A matter as the person it concerns sees it. */
export type MyMatter = Static<typeof MyMatter>
export const MyMatter = Type.Object(
  {
    cell: Cell,
    id: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitRef,
    owner: Owner,
    openedAt: Instant,
    due: nullable(Due),
    /** The next word is the person's own. */
    waits: Type.Boolean(),
    steps: Type.Array(Type.String(), { description: 'what the person may do now' }),
    history: Type.Array(HistoryLine),
  },
  { $id: 'kernel.MyMatter', ...closed },
)
export type MyMatterList = Static<typeof MyMatterList>
export const MyMatterList = Type.Object({ items: Type.Array(MyMatter) }, { $id: 'kernel.MyMatterList', ...closed })

/** The same with everything there is of it: what was filled in, and what the person may read beside the history. */
export type MyMatterWhole = Static<typeof MyMatterWhole>
export const MyMatterWhole = Type.Object(
  {
    ...MyMatter.properties,
    title: Type.String(),
    endedAt: nullable(Instant),
    paused: nullable(MatterPause),
    offers: Type.Array(StepOffer, { description: 'the steps, with what taking them asks for' }),
    forms: Type.Array(GivenForm),
    comments: Type.Array(MatterComment),
    attachments: Type.Array(MatterAttachment),
  },
  { $id: 'kernel.MyMatterWhole', ...closed },
)

/** One row of the work queue 待办. */
export type QueueRow = Static<typeof QueueRow>
export const QueueRow = Type.Object(
  {
    cell: Cell,
    matter: Id,
    subject: Id,
    kind: Type.String(),
    title: Type.String({ description: 'whom or what it concerns' }),
    unit: UnitRef,
    state: Type.String(),
    openedAt: Instant,
    dueOn: nullable(Day),
    provisional: Type.Boolean(),
    /** Late for whoever has to act; what waits for the person is never late. */
    overdue: Type.Boolean(),
    /** Since when the next word is the person's 等本人; null while a union has to act. */
    waitingSince: nullable(Instant),
    /** Rose to this desk because it was late below. */
    escalated: Type.Boolean(),
    steps: Type.Array(Type.String()),
  },
  { $id: 'kernel.QueueRow', ...closed },
)
export type QueuePage = Static<typeof QueuePage>
export const QueuePage = Type.Object(
  {
    items: Type.Array(QueueRow),
    next: nullable(Cursor),
    open: Count,
    overdue: Count,
    /** How many of the open ones wait for the person. */
    waiting: Count,
  },
  { $id: 'kernel.QueuePage', ...closed },
)
/** How many matters a view holds; counted up to about 1,000. */
const ViewCounts = Type.Object({ open: Count, overdue: Count, waiting: Count }, closed)
/** The queue in numbers 待办数: no matter and no person is shown, so nobody was looked at. */
export type QueueCounts = Static<typeof QueueCounts>
export const QueueCounts = Type.Object(
  {
    mine: ViewCounts,
    waiting: ViewCounts,
    /** Null where the post's area spans more than one cell: counting there means reading everywhere. */
    unit: nullable(ViewCounts),
    overdue: nullable(ViewCounts),
  },
  { $id: 'kernel.QueueCounts', ...closed },
)

/** A kind of matter with its words in the asker's language: a screen draws any matter from it. */
export type MatterKindView = Static<typeof MatterKindView>
export const MatterKindView = Type.Object(
  {
    kind: Type.String(),
    name: Type.String(),
    basis: nullable(Type.String()),
    /** Words by key: `state.*`, `step.*`, `reason.*`, `field.*`, `choice.*.*`, `next.*`. */
    texts: Type.Record(Type.String(), Type.String()),
    form: nullable(FormShape),
    /** Who may open one here: the person it concerns, an officer. */
    opens: Type.Array(Type.Enum(['person', 'post'])),
    refers: Type.Boolean(),
    /** Its module has screens and acts of its own for the steps. */
    own: Type.Boolean(),
  },
  { $id: 'kernel.MatterKindView', ...closed },
)
export type MatterKindList = Static<typeof MatterKindList>
export const MatterKindList = Type.Object(
  {
    items: Type.Array(MatterKindView),
    /** Words of the steps and reasons that every matter has: `step.hand_over`, `reason.belongs_there` and so on. */
    common: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'kernel.MatterKindList', ...closed },
)

/** A post that a matter may be handed to or that may be asked to sign. */
export type MatterReceiver = Static<typeof MatterReceiver>
export const MatterReceiver = Type.Object(
  {
    post: Id,
    title: Type.String(),
    unit: UnitRef,
    holder: nullable(Type.String()),
    /** It may be handed to this post by the asker. */
    handOver: Type.Boolean(),
    /** It may be asked to sign: it sees the matter where it is. */
    sign: Type.Boolean(),
  },
  { $id: 'kernel.MatterReceiver', ...closed },
)
export const MatterReceivers = Type.Object(
  { items: Type.Array(MatterReceiver) },
  { $id: 'kernel.MatterReceivers', ...closed },
)

/** Names one matter. */
export const matterKey = { cell: Cell, matter: Id } as const
export const MatterKey = Type.Object(matterKey, closed)

const stepInput = {
  step: Name,
  reason: Type.Optional(Name),
  note: Type.Optional(Words(1_000)),
  form: Type.Optional(FormAnswers),
} as const

/** Opens a matter at a unit, about a person of its or about the unit itself. */
export const OpenMatter = Type.Object(
  { unit: Id, kind: Name, person: Type.Optional(Id), form: Type.Optional(FormAnswers) },
  closed,
)
/** Opens one's own matter, at the unit one belongs to or another. */
export const OpenMyMatter = Type.Object(
  { kind: Name, unit: Type.Optional(Id), form: Type.Optional(FormAnswers) },
  closed,
)
/** Takes a step of one matter. */
export const TakeStep = Type.Object({ ...matterKey, ...stepInput }, closed)
/** Takes one step of several matters; `whole`: all of them or none. */
export const TakeSteps = Type.Object(
  { items: Type.Array(MatterKey, { minItems: 1, maxItems: 100 }), whole: Type.Optional(Type.Boolean()), ...stepInput },
  closed,
)
/** What became of each of several, each named. */
export type StepResults = Static<typeof StepResults>
export const StepResults = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        { ...matterKey, done: Type.Boolean(), code: nullable(Type.String()), text: nullable(Type.String()) },
        closed,
      ),
    ),
  },
  { $id: 'kernel.StepResults', ...closed },
)
/** Gives a matter to another post 移交. */
export const HandOver = Type.Object({ ...matterKey, post: Id, note: Type.Optional(Words(1_000)) }, closed)
/** Refers a matter to another unit 转办. */
export const Refer = Type.Object(
  { ...matterKey, unit: Id, reason: Type.Enum([...referReasons]), note: Type.Optional(Words(1_000)) },
  closed,
)
/** Where a referred matter is now. */
export type Referred = Static<typeof Referred>
export const Referred = Type.Object(
  {
    ...matterKey,
    unit: UnitRef,
    /** Until then it may be sent back; null when it has come home. */
    dueOn: nullable(Day),
    final: Type.Boolean(),
    /** It went to the unit above both, which decides. */
    disputed: Type.Boolean(),
  },
  { $id: 'kernel.Referred', ...closed },
)
/** Sends a referred matter back 退回转办. */
export const SendBack = Type.Object(
  { ...matterKey, reason: Type.Enum([...sendBackReasons]), note: Type.Optional(Words(1_000)) },
  closed,
)
/** Comments on a matter. */
export const Comment = Type.Object(
  { ...matterKey, text: Words(2_000), visible: Type.Optional(Type.Enum(['union', 'person'])) },
  closed,
)
/** Comments on one's own matter. */
export const MyComment = Type.Object({ ...matterKey, text: Words(2_000) }, closed)
/** Asks posts to sign a step. */
export const AskSignatures = Type.Object(
  { ...matterKey, step: Name, posts: Type.Array(Id, { minItems: 1, maxItems: 20 }), note: Type.Optional(Words(1_000)) },
  closed,
)
/** Signs a step, or refuses to. */
export const Sign = Type.Object(
  { ...matterKey, step: Name, decision: Type.Enum(['agreed', 'refused']), note: Type.Optional(Words(1_000)) },
  closed,
)
/** Stops the clock for a listed reason 中止. */
export const Pause = Type.Object({ ...matterKey, reason: Name, note: Type.Optional(Words(1_000)) }, closed)
/** Lets the clock run on 恢复. */
export const Resume = Type.Object({ ...matterKey, note: Type.Optional(Words(1_000)) }, closed)
