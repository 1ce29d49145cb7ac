import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { findOpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { employerKept } from './confidence.ts'
import type { MyConfidence } from './contract.ts'

/** Whether my employer's union knows of me, in a cell whose scope is open. Refuses `membership.no_card`. */
export async function myConfidence(tx: Tx, services: Services, cell: number, person: string): Promise<MyConfidence> {
  const row = await tx.maybe<{ membership: string; unit: string; status: string }>(
    `select id as membership, unit_id as unit, status from membership.membership
     where cell_id = $1 and person_id = $2 and status not in ('listed', 'ended')`,
    [cell, person],
  )
  const holder = row && (await findOpenUnit(tx, row.unit))
  if (!row || !holder) throw new Refusal('membership.no_card')
  const kept = await employerKept(tx, services, cell, row.membership)
  const employer = kept === undefined ? undefined : await findOpenUnit(tx, kept)
  const isMember = row.status === 'active' || row.status === 'retained'
  const canHide = kept === undefined && isMember && holder.level === 'grassroots'
  const canDisclose = employer !== undefined && isMember && employer.state === 'active'
  return {
    cell,
    membership: row.membership,
    confidential: kept !== undefined,
    holder: unitNameOf(holder),
    employer: employer ? unitNameOf(employer) : null,
    acts: canDisclose ? ['disclose'] : canHide ? ['hide'] : [],
  }
}
