import { Cell, Count, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { bodies, declarations, engagements } from '../arithmetic/bodies.ts'

export const closed = { additionalProperties: false } as const

export const BodyName = Type.Enum([...bodies], {
  description: 'committee 委员, standing 常委, fund_review 经审委员, womens 女职工委员, chair 主席, vice_chair 副主席',
})
export const DeclarationName = Type.Enum([...declarations])
export const EngagementName = Type.Enum([...engagements], { description: '专职、兼职、挂职' })
export const Sex = Type.Enum(['male', 'female', 'unknown'])
export const personName = Type.String({ minLength: 1, maxLength: 60 })
export const smallCount = Type.Integer({ minimum: 0, maximum: 1_000_000 })
export const Reason = Type.String({ minLength: 2, maxLength: 300 })

/** Names one matter of this module. */
export type ElectionKey = Static<typeof ElectionKey>
export const ElectionKey = Type.Object({ cell: Cell, matter: Id }, closed)
export const ReasonedKey = Type.Object({ cell: Cell, matter: Id, reason: Reason }, closed)

export const Approval = Type.Object(
  { cell: Cell, matter: Id, documentNumber: Type.String({ minLength: 1, maxLength: 60 }) },
  closed,
)

/** Something a rule says about an election. */
export type ElectionFinding = Static<typeof ElectionFinding>
export const ElectionFinding = Type.Object(
  {
    rule: Type.String(),
    code: Type.String(),
    weight: Type.Enum(['violation', 'open', 'warning']),
    body: nullable(BodyName),
    candidate: nullable(Id),
    words: Type.String({ description: 'in the language of whoever asks' }),
  },
  { $id: 'elections.Finding', ...closed },
)

export const ShareOf = Type.Object({ parts: Count, whole: Count }, closed)

export const documentKinds = [
  'request',
  'notice',
  'candidates',
  'ballot',
  'tally',
  'report',
  'reply',
  'delegates',
] as const
export type DocumentKind = (typeof documentKinds)[number]
