import { Cell, Day, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { bodies, declarations } from '../arithmetic/bodies.ts'
import { BodyName, closed, DeclarationName, EngagementName, personName, Sex } from './shapes.ts'

/** Somebody who stands, as an officer enters them: by their row of the roll, or by name. */
export type NewCandidate = Static<typeof NewCandidate>
export const NewCandidate = Type.Object(
  {
    id: Type.Optional(Id),
    membership: Type.Optional(nullable(Id)),
    name: personName,
    sex: Sex,
    bodies: Type.Array(BodyName, { minItems: 1, maxItems: bodies.length, uniqueItems: true }),
    declared: Type.Array(DeclarationName, { maxItems: declarations.length, uniqueItems: true }),
    frontLine: Type.Boolean(),
    modelWorker: Type.Boolean(),
    engagement: EngagementName,
  },
  closed,
)
export const NewCandidates = Type.Object(
  { cell: Cell, matter: Id, candidates: Type.Array(NewCandidate, { maxItems: 300 }) },
  closed,
)

/** What has to be known of somebody who was written in, before they are elected. */
export const WrittenIn = Type.Object(
  {
    cell: Cell,
    matter: Id,
    candidate: Id,
    declared: Type.Array(DeclarationName, { maxItems: declarations.length, uniqueItems: true }),
    engagement: EngagementName,
  },
  closed,
)

export type NewDelegate = Static<typeof NewDelegate>
export const NewDelegate = Type.Object(
  {
    membership: Type.Optional(nullable(Id)),
    name: personName,
    sex: Sex,
    constituency: Type.String({ maxLength: 60 }),
    manager: Type.Boolean(),
    frontLine: Type.Boolean(),
  },
  closed,
)
export const NewDelegates = Type.Object(
  {
    cell: Cell,
    matter: Id,
    toldOn: Type.Optional(nullable(Day)),
    delegates: Type.Array(NewDelegate, { maxItems: 2_000 }),
  },
  closed,
)

export type CandidateView = Static<typeof CandidateView>
export const CandidateView = Type.Object(
  {
    id: Id,
    membership: nullable(Id),
    name: Type.String(),
    sex: Sex,
    bodies: Type.Array(BodyName, { description: 'empty for somebody who was written in' }),
    declared: Type.Array(DeclarationName),
    declaredBy: Type.String(),
    frontLine: Type.Boolean(),
    modelWorker: Type.Boolean(),
    engagement: nullable(EngagementName),
    status: Type.Enum(['active', 'listed', 'retained', 'provisional', 'ended', 'not_on_roll']),
  },
  { $id: 'elections.Candidate', ...closed },
)

export type DelegateView = Static<typeof DelegateView>
export const DelegateView = Type.Object(
  {
    id: Id,
    membership: nullable(Id),
    name: Type.String(),
    sex: Sex,
    constituency: Type.String(),
    manager: Type.Boolean(),
    frontLine: Type.Boolean(),
  },
  { $id: 'elections.Delegate', ...closed },
)
