import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'
import { closed, personName, Reason, ShareOf, smallCount } from './shapes.ts'

/** A removal 罢免, as officers see it. */
export type SmallMatter = Static<typeof SmallMatter>
export const SmallMatter = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    owner: Owner,
    openedAt: Instant,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
    fromAbove: Type.Boolean(),
    documentNumber: nullable(Type.String()),
    removal: nullable(
      Type.Object(
        {
          name: Type.String(),
          post: Type.Enum(['chair', 'vice_chair']),
          reason: Type.String(),
          electorate: Type.Enum(['members', 'delegates']),
          all: nullable(Count),
          yes: nullable(Count),
          need: nullable(Count),
          share: ShareOf,
          heldOn: nullable(Day),
        },
        closed,
      ),
    ),
  },
  { $id: 'elections.SmallMatter', ...closed },
)
export const NewRemoval = Type.Object(
  {
    unit: Id,
    name: personName,
    post: Type.Enum(['chair', 'vice_chair']),
    electorate: Type.Enum(['members', 'delegates']),
    reason: Reason,
  },
  closed,
)
export const RemovalVote = Type.Object(
  { cell: Cell, matter: Id, heldOn: Day, all: Type.Integer({ minimum: 1, maximum: 1_000_000 }), yes: smallCount },
  closed,
)
