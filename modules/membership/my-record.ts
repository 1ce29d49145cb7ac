import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { findOpenUnit, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { differencesOf, type RosterRequest, requestsOf } from './claiming/roster-requests.ts'
import type { MyRecord } from './contract.ts'
import { affirmationDue } from './rules.ts'

type Row = Omit<MyRecord, 'cell' | 'unit' | 'upper' | 'claimedAt' | 'affirmationDue' | 'differences'> & {
  readonly person: string
  readonly unit: string
  readonly claimed_at: Date | null
}

/** A person's own record with what rosters say otherwise, whole: for the acts on it, never for an answer. */
export type OwnRecord = MyRecord & { readonly person: string; readonly requests: readonly RosterRequest[] }

/** What the network holds of a person's membership in a cell whose scope is open, or undefined where they have none. */
export async function myRecord(
  tx: Tx,
  services: Services,
  cell: number,
  person: string,
  today: string,
): Promise<MyRecord | undefined> {
  const found = await findMyRecordIn(tx, services, cell, person, today)
  if (!found) return undefined
  const { requests: _requests, person: _person, ...shown } = found
  return shown
}

/** The same with what rosters say, as the acts on a record need it. */
export async function findMyRecordIn(
  tx: Tx,
  services: Services,
  cell: number,
  person: string,
  today: string,
): Promise<OwnRecord | undefined> {
  const row = await tx.maybe<Row>(
    `select m.id as membership, p.id as person, p.name, p.sex, p.identity_kind as "identityKind", p.identity_mask as "identityMask",
       p.phone_mask as "phoneMask", m.unit_id as unit, m.status, m.since, m.claimed_at, m.affirmed_on as "affirmedOn"
     from membership.membership m join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
     where m.cell_id = $1 and m.person_id = $2 and m.status not in ('listed', 'ended')`,
    [cell, person],
  )
  const unit = row && (await findOpenUnit(tx, row.unit))
  if (!row || !unit) return undefined
  const { claimed_at, unit: _unit, ...shown } = row
  const requests = await requestsOf(tx, services, cell, row.membership)
  return {
    cell,
    ...shown,
    unit: unitNameOf(unit),
    upper: upperNameOf(unit),
    claimedAt: claimed_at?.toISOString() ?? null,
    affirmationDue: row.status !== 'provisional' && affirmationDue(row.affirmedOn, today),
    differences: await differencesOf(tx, requests),
    requests,
  }
}
