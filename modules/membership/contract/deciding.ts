import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { returnReasons } from '../machine.ts'

const closed = { additionalProperties: false } as const

/** An application as the deciding officer sees it. */
export type ApplicationView = Static<typeof ApplicationView>
export const ApplicationView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    state: Type.String(),
    name: Type.String(),
    sex: Sex,
    age: Type.Integer(),
    identityKind: IdentityKind,
    identityMask: Type.String(),
    phoneMask: nullable(Type.String()),
    unit: UnitName,
    submittedAt: Instant,
    /** Whether name and number were found to belong together; the default adapter does not know. */
    verification: Type.Enum(['not_verified', 'matches', 'differs']),
    channel: Type.Enum(['self', 'window_code', 'window_paper']),
    /** What the union's own roster says under this number: confirming makes the two one. */
    roster: nullable(Type.Object({ name: Type.String(), since: nullable(Day) }, closed)),
    /** Who typed it, when staff did. */
    typedBy: nullable(Type.String()),
    owner: Owner,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.ApplicationView', ...closed },
)

/** Names one application. */
export const ApplicationKey = Type.Object({ cell: Cell, matter: Id }, closed)

/** Confirms with the committee's decision day (MEM-11): not in the future, not before the application. */
export const Confirmation = Type.Object({ cell: Cell, matter: Id, decidedOn: Day }, closed)
export const BulkConfirmation = Type.Object(
  { items: Type.Array(ApplicationKey, { minItems: 1, maxItems: 200 }), decidedOn: Day },
  { $id: 'membership.BulkConfirmation', ...closed },
)
export type BulkResult = Static<typeof BulkResult>
export const BulkResult = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        { cell: Cell, matter: Id, done: Type.Boolean(), code: nullable(Type.String()), text: nullable(Type.String()) },
        closed,
      ),
    ),
  },
  { $id: 'membership.BulkResult', ...closed },
)
export const Return = Type.Object(
  {
    cell: Cell,
    matter: Id,
    reason: Type.Enum([...returnReasons]),
    note: Type.Optional(Type.String({ maxLength: 300 })),
  },
  closed,
)
