import { type Static, Type } from 'typebox'
import { Cell, Count, Id, Instant, nullable } from '../../shapes.ts'
import {
  Due,
  HistoryLine,
  MatterAttachment,
  MatterComment,
  MatterExtension,
  MatterPause,
  MatterReferral,
  MatterSignature,
  Owner,
  UnitRef,
} from './parts.ts'
import { GivenForm, matterActs, StepOffer } from './steps.ts'

const closed = { additionalProperties: false } as const

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
    /** How far its clock may still be prolonged now, by a post that may; null where its rule allows no more. */
    extension: nullable(MatterExtension),
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
