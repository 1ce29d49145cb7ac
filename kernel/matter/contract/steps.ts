import { type Static, Type } from 'typebox'
import { Id, Instant, nullable } from '../../shapes.ts'

const closed = { additionalProperties: false } as const
const Name = Type.String({ maxLength: 100 })

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

/** A step as a kind defines it: what several matters of the kind that stand in one state may be taken through together. */
export type KindStep = Static<typeof KindStep>
export const KindStep = Type.Object(
  {
    from: Type.String({ description: 'the state it is taken from' }),
    ...Type.Omit(StepOffer, ['sign', 'own']).properties,
    sign: nullable(Type.Enum(['all', 'any'])),
  },
  { $id: 'kernel.KindStep', ...closed },
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
  'extend',
] as const
