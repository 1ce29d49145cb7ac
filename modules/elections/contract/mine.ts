import { Cell, Count, Day, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'
import { BodyName, closed, Sex } from './shapes.ts'

/** What is being elected at a member's own union. */
export type MyElection = Static<typeof MyElection>
export const MyElection = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    unit: UnitName,
    form: Type.Enum(['general', 'delegate']),
    meetingOn: Day,
    meetingPlace: Type.String(),
    publicUntil: nullable(Day),
    heldOn: nullable(Day),
    /** Whether the person who asks may vote, and the rule where they may not. */
    mayVote: Type.Boolean(),
    delegate: Type.Boolean({ description: 'the person who asks is a delegate of this meeting' }),
    contests: Type.Array(
      Type.Object(
        {
          body: BodyName,
          seats: Count,
          places: nullable(Count),
          candidates: Type.Array(Type.Object({ name: Type.String(), sex: Sex, frontLine: Type.Boolean() }, closed)),
          elected: nullable(Type.Array(Type.Object({ name: Type.String(), yes: Count }, closed))),
        },
        closed,
      ),
    ),
    expected: nullable(Count),
    present: nullable(Count),
    newTerm: nullable(Type.Object({ from: Day, to: Day }, closed)),
  },
  { $id: 'elections.MyElection', ...closed },
)
export type MyElectionList = Static<typeof MyElectionList>
export const MyElectionList = Type.Object(
  { items: Type.Array(MyElection) },
  { $id: 'elections.MyElectionList', ...closed },
)
