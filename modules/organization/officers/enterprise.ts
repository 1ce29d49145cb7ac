import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { employerKindOf } from '../coverage/employer-kind.ts'
import type { OpenUnit } from '../open-unit.ts'

/**
 * Tells whether the rules for enterprises hold in a union: one of the employers it covers is an enterprise, or it is a
 * grassroots union of whose employer nothing is known.
 *
 * @see ELE-31, ELE-32
 */
export async function coversEnterprise(tx: Tx, unit: OpenUnit): Promise<boolean> {
  if (unit.level !== 'grassroots') return false
  const employers = await tx.many<{ code: string | null }>(
    `select e.credit_code as code from organization.covered_unit c
     join organization.employer e on e.cell_id = c.cell_id and e.id = c.employer_id
     where c.cell_id = $1 and c.unit_id = $2 and c.valid_to is null order by e.id limit 500`,
    [unit.cell_id, unit.id],
  )
  return employers.length === 0 || employers.some(({ code }) => !publicKinds.has(employerKindOf(code)))
}

const publicKinds: ReadonlySet<string> = new Set(['institution', 'organ', 'social'])
