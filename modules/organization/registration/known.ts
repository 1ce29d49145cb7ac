import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { RegistrationForm } from './contract.ts'
import { registrationRow } from './record.ts'

/** The form of a union's last application in the open scope. */
export async function lastForm(
  tx: Tx,
  services: Services,
  cell: number,
  unit: string,
): Promise<RegistrationForm | undefined> {
  const last = await tx.maybe<{ matter: string }>(
    'select matter_id as matter from organization.registration where cell_id = $1 and unit_id = $2 order by matter_id desc limit 1',
    [cell, unit],
  )
  return last && (await registrationRow(tx, services, cell, last.matter)).row.form
}

/** The first employer a union covers. */
export function employerCovered(
  tx: Tx,
  cell: number,
  unit: string,
): Promise<{ readonly code: string | null; readonly industry: string | null } | undefined> {
  return tx.maybe(
    `select e.credit_code as code, e.industry from organization.covered_unit c
     join organization.employer e on e.cell_id = c.cell_id and e.id = c.employer_id
     where c.cell_id = $1 and c.unit_id = $2 and c.valid_to is null order by e.id limit 1`,
    [cell, unit],
  )
}
