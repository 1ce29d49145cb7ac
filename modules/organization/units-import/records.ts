import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import type { UnitLevel } from '../contract.ts'
import type { OrgForm } from './values.ts'

/** A union as an import compares a line with it. */
export type UnitRecord = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly level: UnitLevel
  readonly cell: number
  readonly path: string
  readonly parent: string | null
  readonly creditCode: string | null
  readonly form: OrgForm | null
  readonly foundedOn: string | null
  readonly state: 'active' | 'closing'
  readonly children: number
  readonly desk: string | null
  /** How many employers it covers. */
  readonly covers: number
  /** The employer it covers; of several any. */
  readonly employer: string | null
  readonly employerName: string | null
  readonly employerCode: string | null
  readonly industry: string | null
  readonly division: string | null
}

const columns = `u.id, u.name, u.short_name as "shortName", u.level, u.cell_id as cell, u.path, u.parent_id as parent,
  u.credit_code as "creditCode", u.org_form as form, u.founded_on as "foundedOn", u.state, u.children, u.desk_post_id as desk`

const employers = `select c.unit_id as unit, (array_agg(e.id))[1] as id, (array_agg(e.name))[1] as name,
    count(*)::int as covers, (array_agg(e.credit_code))[1] as code, (array_agg(e.industry))[1] as industry, (array_agg(e.division_code))[1] as division
  from organization.covered_unit c join organization.employer e on e.cell_id = $1 and e.id = c.employer_id
  where c.cell_id = $1 and c.unit_id = any($2::uuid[]) and c.valid_to is null
  group by c.unit_id`

type Employer = {
  readonly unit: string
  readonly covers: number
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly industry: string | null
  readonly division: string | null
}

/** Where a union may be looked for. */
type Asked = {
  readonly ids?: readonly string[]
  readonly creditCodes?: readonly string[]
  readonly divisions?: readonly string[]
}

/** Unions of a range by id, credit code or division code, with the employer each covers. */
export async function unitRecords(tx: Tx, range: PlaceRange, asked: Asked): Promise<UnitRecord[]> {
  const { ids = [], creditCodes = [], divisions = [] } = asked
  if (ids.length + creditCodes.length + divisions.length === 0) return []
  const within = `u.cell_id between $1 and $2 and u.path >= $3 and u.path < $4 and u.state <> 'closed'`
  const rows = await tx.many<
    Omit<UnitRecord, 'covers' | 'employer' | 'employerName' | 'employerCode' | 'industry' | 'division'>
  >(
    `select ${columns} from organization.unit u where u.id = any($5::uuid[]) and ${within}
     union
     select ${columns} from organization.unit u where u.credit_code collate "C" = any($6::text[]) and ${within}
     union
     select ${columns} from organization.unit u where u.division_code = any($7::text[]) and u.level <> 'grassroots' and ${within}`,
    [range.cellLo, range.cellHi, range.pathLo, range.pathHi, ids, creditCodes, divisions],
  )
  const covered = new Map<string, Employer>()
  for (const [cell, some] of Map.groupBy(rows, (row) => row.cell)) {
    const found = await tx.many<Employer>(employers, [cell, some.map(({ id }) => id)])
    for (const employer of found) covered.set(employer.unit, employer)
  }
  return rows.map((row) => {
    const employer = covered.get(row.id)
    return {
      ...row,
      covers: employer?.covers ?? 0,
      employer: employer?.id ?? null,
      employerName: employer?.name ?? null,
      employerCode: employer?.code ?? null,
      industry: employer?.industry ?? null,
      division: employer?.division ?? null,
    }
  })
}

/** What a union is now, as a keyed digest: whoever changes it later keeps it from being taken back. */
export function markOfUnit(services: Services, unit: UnitRecord): Buffer {
  const { children: _children, desk: _desk, state: _state, employer: _employer, covers: _covers, ...said } = unit
  return services.keyring.digest('import', JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1))))
}
