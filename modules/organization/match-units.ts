import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import type { UnitLevel } from './contract.ts'
import { coreOf, foldName, placeNames, tailOf } from './naming/fold-name.ts'
import { heightOf } from './unit-keys.ts'

/** A union a name may mean. */
export type MatchedUnit = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly level: UnitLevel
  readonly cell: number
  readonly path: string
  readonly state: 'active' | 'closing'
  readonly parentName: string | null
}

/**
 * What a name in a sheet means in the tree: one union and by what it was known, several among which a clerk has to
 * choose, or none.
 *
 * `settled`: a clerk said so before; `name`: it is called that; `alias`: it was called that, or is in short; `core`: but
 * for the ending or the legal form; `place`: but for the places in front.
 */
export type UnitMatch =
  | { readonly kind: 'one'; readonly unit: MatchedUnit; readonly by: MatchedBy }
  | { readonly kind: 'candidates'; readonly units: readonly MatchedUnit[] }
  | { readonly kind: 'none' }
export type MatchedBy = 'settled' | 'name' | 'alias' | 'core' | 'place'

/** How sure a hit is, surest first; what comes after `place` is never taken without being asked. */
const grades: readonly MatchedBy[] = ['settled', 'name', 'alias', 'core', 'place']
const candidatesAtMost = 10

type Hit = Omit<MatchedUnit, 'shortName' | 'parentName'> & {
  readonly asked: number
  readonly grade: number
  readonly short_name: string
  readonly parent_name: string | null
}

/**
 * Each name is looked up by its core, by its core without places where those are places of the union found, and by what
 * others are without theirs.
 */
const matches = `
  select h.asked::int, h.grade, u.id, u.name, u.short_name, u.level, u.cell_id as cell, u.path, u.state, up.name as parent_name
  from (
    select asked, unit_id, min(grade) as grade from (
      select q.asked, k.unit_id, k.grade
      from unnest($1::text[], $2::text[], $3::text[], $8::text[]) with ordinality as q (key, core, tail, place, asked)
      cross join lateral (
        (select k.unit_id, case when k.key <> q.key then 3 when k.kind = 'settled' then 0 when k.kind in ('name', 'short') then 1 else 2 end as grade
         from organization.unit_key k
         where k.core = q.core and k.cell_id between $4 and $5 and k.path >= $6 and k.path < $7 limit 50)
        union all
        (select k.unit_id, case when exists (
             select from organization.unit_key a
             where a.cell_id = k.cell_id and a.path = any(array(select left(k.path, n) from generate_series(0, length(k.path) - 3, 3) n))
               and (right(q.place, length(a.core)) = a.core or position(q.place in a.core) > 0)) then 4 else 5 end
         from organization.unit_key k
         where q.tail <> q.core and k.core = q.tail and k.cell_id between $4 and $5 and k.path >= $6 and k.path < $7 limit 50)
        union all
        (select k.unit_id, case when right(k.core, length(q.core)) = q.core or right(q.core, length(k.core)) = k.core then 4 else 5 end
         from organization.unit_key k
         where k.tail <> k.core and k.tail = q.tail and k.cell_id between $4 and $5 and k.path >= $6 and k.path < $7 limit 50)
      ) k
    ) every group by asked, unit_id
  ) h
  join organization.unit u on u.id = h.unit_id
  left join organization.unit up on up.id = u.parent_id
  order by h.asked, h.grade, u.cell_id, u.path`

/**
 * Finds which unions of a range names mean, thousands at a time, in two statements.
 *
 * Names are compared in one width and without signs, then without what unions' and enterprises' names end in (总工会,
 * 工会委员会, 有限公司, 有限责任公司), then without the places in front. One surest hit is taken; several of the same
 * sureness are candidates, at most ten; what lies outside the range is never found.
 *
 * @returns a match for every given name, by the name as it was given
 */
export async function matchUnits(
  tx: Tx,
  range: PlaceRange,
  names: readonly string[],
): Promise<ReadonlyMap<string, UnitMatch>> {
  const given = [...new Set(names)]
  if (given.length === 0) return new Map()
  const places = await placesOf(tx, range)
  const asked = given.map((name) => {
    const key = foldName(name)
    const core = coreOf(key)
    return { name, key, core, tail: tailOf(core, places) }
  })
  const hits = await tx.many<Hit>(matches, [
    asked.map(({ key }) => key),
    asked.map(({ core }) => core),
    asked.map(({ tail }) => tail),
    range.cellLo,
    range.cellHi,
    range.pathLo,
    range.pathHi,
    asked.map(({ core, tail }) => core.slice(0, core.length - tail.length)),
  ])
  const byName = Map.groupBy(hits, (hit) => hit.asked)
  return new Map(asked.map(({ name }, index) => [name, decide(byName.get(index + 1) ?? [])]))
}

/** @param hits of one name, surest first */
function decide(hits: readonly Hit[]): UnitMatch {
  const [first] = hits
  if (!first) return { kind: 'none' }
  const equals = hits.filter(({ grade }) => grade === first.grade)
  const by = grades[first.grade]
  if (equals.length === 1 && by !== undefined) return { kind: 'one', unit: matchedOf(first), by }
  return { kind: 'candidates', units: hits.slice(0, candidatesAtMost).map(matchedOf) }
}

function matchedOf({
  id,
  name,
  short_name: shortName,
  level,
  cell,
  path,
  state,
  parent_name: parentName,
}: Hit): MatchedUnit {
  return { id, name, shortName, level, cell, path, state, parentName }
}

/** A city's cells are few enough to know every township's name by; of more only the counties' are. */
const cellsOfACity = 100

/** What places in and above a range are called, as cores. */
async function placesOf(tx: Tx, range: PlaceRange): Promise<Set<string>> {
  const wide = range.cellHi - range.cellLo >= cellsOfACity
  const cores = await tx.many<{ core: string }>(
    `with recursive up as (
       select u.id, u.parent_id from organization.unit u where u.cell_id = $1 and u.path = ''
       union all
       select u.id, u.parent_id from up join organization.unit u on u.id = up.parent_id
     )
     select k.core from up join organization.unit_key k on k.unit_id = up.id
     union
     select k.core from organization.unit_key k
     where k.cell_id between $1 and $2 and k.height < $3 and ($4 = false or k.path = '')`,
    [range.cellLo, range.cellHi, heightOf('village'), wide],
  )
  return placeNames(cores.map(({ core }) => core))
}
