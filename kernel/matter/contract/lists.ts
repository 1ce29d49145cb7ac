import { type Static, Type } from 'typebox'
import { Cell, Count, Cursor, Day, Id, Instant, nullable } from '../../shapes.ts'
import { UnitRef } from './parts.ts'
import { FormShape, KindStep } from './steps.ts'

const closed = { additionalProperties: false } as const

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
    /** Since when its clock stands still 中止; null while it runs. */
    pausedSince: nullable(Day),
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
    steps: Type.Array(KindStep, { description: 'of officers, by the engine’s own act' }),
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
