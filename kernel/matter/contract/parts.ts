import { type Static, Type } from 'typebox'
import { Day, Id, Instant, nullable } from '../../shapes.ts'

const closed = { additionalProperties: false } as const

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
    safeBy: nullable(
      Type.String({
        format: 'date',
        description: 'for whoever’s right it is, where it is earlier: the day to act by (T-12)',
      }),
    ),
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

/** By how much its clock may be prolonged 延长, in the unit of its rule (T-16). */
export type MatterExtension = Static<typeof MatterExtension>
export const MatterExtension = Type.Object(
  {
    unit: Type.Enum(['hour', 'day', 'workday', 'month', 'year']),
    most: Type.Integer({ description: 'in all' }),
    used: Type.Integer({ description: 'already' }),
    approver: nullable(Type.String({ description: 'by whose leave, in the asker’s language where the rule says it' })),
  },
  { $id: 'kernel.MatterExtension', ...closed },
)

/** Its clock stands still 中止. */
export type MatterPause = Static<typeof MatterPause>
export const MatterPause = Type.Object({ since: Day, reason: Type.String() }, { $id: 'kernel.MatterPause', ...closed })
