import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type AsOf, endOf, linkHeldOn } from '../as-of.ts'
import { pathOnDay } from '../next-place.ts'
import type { OpenUnit } from '../open-unit.ts'
import type { Place } from './figures.ts'
import type { Counted } from './rows.ts'

const beforeAll = '00000000-0000-0000-0000-000000000000'

/** An employer as it was on a past day. */
export type PastRow = {
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
  readonly industry: string | null
  readonly divisionCode: string | null
  readonly employees: number | null
  readonly union: string | null
  readonly unionName: string | null
  readonly since: string | null
}

// Of each employer that ever stood in the range the newest line that held on that day and was known by the other. What it
// is called and registered as is as it was known, or as it has been corrected since: nobody says from which day a new name is.
const onDay = `select h.employer_id as id, h.path, h.employees, h.covered_by as union, h.covered_since as since,
    case when $6 = 'now' then e.name else h.name end as name,
    case when $6 = 'now' then e.credit_code else h.credit_code end as code,
    case when $6 = 'now' then e.industry else h.industry end as industry,
    case when $6 = 'now' then e.division_code else h.division_code end as division
  from (select distinct p.employer_id from organization.employer_history p
    where p.cell_id = $1 and p.path >= $2 and p.path < $3 and p.employer_id > $7) s
  cross join lateral (select l.* from organization.employer_history l
    where l.cell_id = $1 and l.employer_id = s.employer_id and l.valid_from <= $4::date and l.recorded_at < ${endOf('$5')}
    order by l.number desc limit 1) h
  left join organization.employer e on e.cell_id = $1 and e.id = h.employer_id
  where not h.taken_back and h.path >= $2 and h.path < $3`

const rangeOnDay = async (tx: Tx, unit: OpenUnit, { on, knownOn, known }: AsOf, after: string) => {
  const path = await pathOnDay(tx, unit, on)
  return { path, values: [unit.cell_id, path, `${path}~`, on, knownOn, known, after] }
}

/** The employers that stood at a union's place and below on a past day, by id; which of them, as the list of today has it. */
export async function employersOnDay(
  tx: Tx,
  unit: OpenUnit,
  asOf: AsOf,
  { only, after, limit }: { readonly only: string; readonly after: string | undefined; readonly limit: number },
): Promise<PastRow[]> {
  const { values } = await rangeOnDay(tx, unit, asOf, after ?? beforeAll)
  return tx.many<PastRow>(
    `select o.id, o.name, o.code as "creditCode", o.industry, o.division as "divisionCode", o.employees, o.union,
       u.name as "unionName", o.since
     from (${onDay}) o left join organization.unit u on u.id = o.union
     where case $8 when 'covered' then o.union is not null when 'uncovered' then o.union is null
       when 'social' then o.code like '5%' else true end
     order by o.id limit $9`,
    [...values, only, limit],
  )
}

/** Counts the employers that stood at a union's place and below on a past day, as `countEmployers` those of today. */
export async function countEmployersOnDay(tx: Tx, unit: OpenUnit, asOf: AsOf): Promise<Counted[]> {
  const { path, values } = await rangeOnDay(tx, unit, asOf, beforeAll)
  return tx.many<Counted>(
    `select substr(o.path, $8, 3) as place, nullif(left(o.industry, 1), '') as section, count(*) as all, count(o.union) as covered,
       count(*) filter (where o.code like '5%') as social,
       count(o.union) filter (where o.code like '5%') as "socialCovered"
     from (${onDay}) o group by 1, 2 order by 1, 2`,
    [...values, path.length + 1],
  )
}

/** The places directly below a union on a past day, each with the label it had, under the names of today. */
export function placesOnDay(tx: Tx, unit: OpenUnit, { on, knownOn }: AsOf): Promise<Place[]> {
  return tx.many<Place>(
    `select u.id as unit, u.name, right(coalesce(f.path, u.path), 3) as label
     from organization.parent_link l join organization.unit u on u.id = l.unit_id
     left join lateral (select f.path from organization.former_place f
       where f.unit_id = u.id and f.until >= ${endOf('$3')} order by f.until limit 1) f on true
     where l.parent_id = $1 and l.kind = 'LEADING' and u.cell_id = $2 and u.level <> 'grassroots'
       and ${linkHeldOn('l', '$3', '$4')}
     order by label limit 500`,
    [unit.id, unit.cell_id, on, knownOn],
  )
}
