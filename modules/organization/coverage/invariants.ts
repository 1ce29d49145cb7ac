import { type Breach, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { cellsWithEmployers } from './national-scans.ts'

type Kept = { readonly id: string; readonly same: boolean }

const employers = `select e.id, coalesce(not h.taken_back and
    (h.path, h.name, h.credit_code, h.industry, h.division_code, h.employees, h.covered_by)
      is not distinct from (e.path, e.name, e.credit_code, e.industry, e.division_code, e.employees, c.unit_id), false) as same
  from (select * from organization.employer where cell_id = $1 and id > $2 order by id limit $3) e
  left join lateral (select l.* from organization.employer_history l
    where l.cell_id = $1 and l.employer_id = e.id order by l.number desc limit 1) h on true
  left join lateral (select c.unit_id from organization.covered_unit c
    where c.cell_id = $1 and c.employer_id = e.id and c.valid_to is null order by c.valid_from, c.unit_id limit 1) c on true
  order by e.id`

/** The last line of an employer's history says what it is now, and who covers it. */
function historyBreach({ id, same }: Kept, cell: number): Breach | undefined {
  return same ? undefined : { row: `organization.employer (${cell}, ${id})`, words: 'is not what its history says' }
}

/** What holds of employers and the unions that cover them. */
export const coverageInvariants: readonly Invariant[] = [
  {
    name: 'organization.employer_history',
    words: 'the history of an employer ends with what it is now',
    check: inEachRow<Kept>(cellsWithEmployers, employers, historyBreach),
  },
]
