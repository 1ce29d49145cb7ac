import type { RegionsOfCells } from '@gongqiao/kernel/matter/deadlines.ts'

/** The division code and name of each cell, by its root: which local rules and holidays hold there (T-CAL-04). */
export const regionsOfCells: RegionsOfCells = async (tx) => {
  const rows = await tx.many<{ cell: number; code: string; name: string }>(
    `select cell_id as cell, left(division_code, 6) as code, regexp_replace(name, '总工会$', '') as name from organization.unit
     where path = '' and division_code ~ '^[1-9][0-9]{5}' order by cell_id`,
  )
  return new Map(rows.map(({ cell, ...region }) => [cell, region]))
}
