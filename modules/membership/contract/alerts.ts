import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { type Static, Type } from 'typebox'
import { DenialReason } from './claiming.ts'

const closed = { additionalProperties: false } as const

/** Somebody applied with my identity number, and I have not said yet whether that was me. */
export type IdentityAlert = Static<typeof IdentityAlert>
export const IdentityAlert = Type.Object(
  { cell: Cell, id: Id, unit: UnitName, at: Instant },
  { $id: 'membership.IdentityAlert', ...closed },
)
export type IdentityAlertList = Static<typeof IdentityAlertList>
export const IdentityAlertList = Type.Object(
  { items: Type.Array(IdentityAlert) },
  { $id: 'membership.IdentityAlertList', ...closed },
)

/** Names one alert. */
export const AlertKey = Type.Object({ cell: Cell, alert: Id }, closed)

/** A member's report 不是我 as an officer of their union sees it. */
export type ReportView = Static<typeof ReportView>
export const ReportView = Type.Object(
  {
    cell: Cell,
    matter: Id,
    person: Id,
    name: Type.String(),
    state: Type.String(),
    unit: UnitName,
    /** The union somebody applied to with the member's number, and when. */
    appliedTo: UnitName,
    appliedAt: Instant,
    /** What the report is about: an application with the member's number, or a roster that names them wrongly. */
    about: Type.Enum(['application', 'roster']),
    /** Why the roster is wrong, by the person. */
    reason: nullable(DenialReason),
    /** The post that answers for that union: whom to talk to. Its holder is not named beyond one's own area. */
    appliedDesk: Owner,
    /** The member's own phone, masked. */
    phoneMask: nullable(Type.String()),
    reportedAt: Instant,
    owner: Owner,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.ReportView', ...closed },
)

/** Names one report. */
export const ReportKey = Type.Object({ cell: Cell, matter: Id }, closed)
