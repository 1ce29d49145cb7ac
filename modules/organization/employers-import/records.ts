import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'

/** An employer as a sheet is compared with it. */
export type EmployerRecord = {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly creditCode: string | null
  readonly industry: string | null
  readonly division: string | null
  readonly employees: number | null
  /** The union that covers it; of several any. */
  readonly union: string | null
}

const records = `select e.id, e.path, e.name, e.credit_code as "creditCode", e.industry, e.division_code as division, e.employees,
    (select c.unit_id from organization.covered_unit c where c.cell_id = $1 and c.employer_id = e.id and c.valid_to is null
      order by c.valid_from, c.unit_id limit 1) as union
  from organization.employer e
  where e.cell_id = $1 and e.path >= $2 and e.path < $3
    and (e.id = any($4::uuid[]) or e.credit_code = any($5::text[]) or (e.credit_code is null and e.name = any($6::text[])))
  order by e.id`

type Asked = {
  readonly ids?: readonly string[]
  readonly codes?: readonly string[]
  readonly names?: readonly string[]
}

/** Employers of one cell in the range of an import, by id, by credit code, or by name where they have no code. */
export function employerRecords(
  tx: Tx,
  cell: number,
  range: PlaceRange,
  { ids = [], codes = [], names = [] }: Asked,
): Promise<EmployerRecord[]> {
  return tx.many<EmployerRecord>(records, [cell, range.pathLo, range.pathHi, ids, codes, names])
}

/** What an employer is now, as a keyed digest: whoever changes it later keeps it from being taken back. */
export function markOfEmployer(services: Services, employer: EmployerRecord): Buffer {
  return services.keyring.digest(
    'import',
    JSON.stringify(Object.entries(employer).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}
