import { type Static, Type } from 'typebox'
import { Cell, Day, Id, nullable } from '../../shapes.ts'
import { referReasons, sendBackReasons } from '../../shared/matter.ts'
import { UnitRef } from './parts.ts'
import { FormAnswers } from './steps.ts'

const closed = { additionalProperties: false } as const
/** Words of an officer or a person. */
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Name = Type.String({ maxLength: 100 })

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
