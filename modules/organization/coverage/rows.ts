import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from '../open-unit.ts'

/** So many employers at a place of a section: how many are covered, and how many of both are social organizations. */
export type Counted = {
  /** Label below the union asked about; empty at its own place. */
  readonly place: string
  readonly section: string | null
  readonly all: number
  readonly covered: number
  readonly social: number
  readonly socialCovered: number
}

/** Counts the employers at a union's place and below, by the place directly below and by section. */
export function countEmployers(tx: Tx, unit: OpenUnit): Promise<Counted[]> {
  return tx.many<Counted>(
    `select substr(e.path, $4, 3) as place, nullif(left(e.industry, 1), '') as section, count(*) as all, count(c.unit_id) as covered,
       count(*) filter (where e.credit_code like '5%') as social,
       count(c.unit_id) filter (where e.credit_code like '5%') as "socialCovered"
     from organization.employer e
     left join lateral (select c.unit_id from organization.covered_unit c
       where c.cell_id = $1 and c.employer_id = e.id and c.valid_to is null limit 1) c on true
     where e.cell_id = $1 and e.path >= $2 and e.path < $3
     group by 1, 2 order by 1, 2`,
    [unit.cell_id, unit.path, `${unit.path}~`, unit.path.length + 1],
  )
}
