import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { type UnitHit, type UnitHits, type UnitName, unitLevels } from './contract.ts'
import { coreOf, foldName, tellingPairs } from './naming/fold-name.ts'
import { asUnit, type OpenUnit } from './open-unit.ts'
import { blockOf, heightOf } from './unit-keys.ts'

const hitsAtMost = 20
/** Sorts after every text that begins with what stands before it. */
const last = '\u{10ffff}'

type By = UnitHit['by']
/** A union found, surest first: called so, beginning so, by its initials, by its code, or with it inside. */
type Found = { readonly id: string; readonly by: By; readonly key: string }

/** Unions of a range that a text may mean, at most 20, with the unions above each. */
export async function findUnits(tx: Tx, range: PlaceRange, text: string): Promise<UnitHits> {
  const key = foldName(text)
  if (key === '') return { items: [], more: false }
  const beginning = await findBeginning(tx, range, key)
  const found =
    beginning.length > hitsAtMost ? beginning : distinct([...beginning, ...(await findInside(tx, range, text))])
  const shown = found.slice(0, hitsAtMost)
  return { items: await withChains(tx, shown), more: found.length > hitsAtMost }
}

function distinct(found: readonly Found[]): Found[] {
  const first = new Map<string, Found>()
  for (const one of found) if (!first.has(one.id)) first.set(one.id, one)
  return [...first.values()]
}

const inRange = 'cell_id between $1 and $2 and path >= $3 and path < $4'
const limit = hitsAtMost + 1
/** Villages and unions of members are the many; what stands above them are 45,000 in the whole country. */
const many = heightOf('village')

/**
 * What begins so. Of the few the first of each level are read, since a province's name begins a hundred thousand others;
 * of the many the first of each cell, so that a city's are not looked for among the whole country's.
 */
function beginningIn(column: 'key' | 'initials', everywhere: boolean): string {
  const fields = `unit_id, kind, height, ${column} as text, cell_id, path`
  const begins = `${column} >= $5 and ${column} < $6`
  const ofLevels = (from: number, to: number) => `
    select k.* from generate_series(${from}, ${to}) as level cross join lateral (
      select ${fields} from organization.unit_key where height = level and ${begins} and ${inRange}
      order by ${column}, cell_id, path limit ${limit}) k`
  if (everywhere) return ofLevels(0, unitLevels.length - 1)
  return `${ofLevels(0, many - 1)}
    union all
    select k.* from (select cell_id as cell from organization.unit where path = '' and cell_id between $1 and $2) c
    cross join lateral (
      select ${fields} from organization.unit_key where cell_id = cell and ${begins} and path >= $3 and path < $4 and height >= ${many}
      order by ${column} limit ${limit}) k`
}

/** What is called so, what begins so, and for letters what has these initials or this credit code. */
async function findBeginning(tx: Tx, range: PlaceRange, key: string): Promise<Found[]> {
  const everywhere = range.cellHi - range.cellLo >= cellsOfAProvince
  const letters = /^[a-z0-9]+$/.test(key)
  const coded = letters && key.length >= shortestCode
  const initials = `
    union all
    select unit_id, 'initials', 2, height, text, cell_id, path from (${beginningIn('initials', everywhere)}) i`
  const code = `
    union all
    (select id, 'code', 0, 0, credit_code, cell_id, path from organization.unit
     where credit_code collate "C" >= $8 and credit_code collate "C" < $9 and ${inRange} and state <> 'closed'
     order by credit_code collate "C" limit ${limit})`
  return tx.many<Found>(
    `select id, by, text as key from (
       select distinct on (id) id, by, grade, height, text, cell_id, path from (
         (select unit_id as id, kind as by, case when key = $5 then 0 else 1 end as grade, height, key as text, cell_id, path
          from organization.unit_key where core = $7 and ${inRange} order by cell_id, path limit ${limit})
         union all
         select unit_id, kind, 1, height, text, cell_id, path from (${beginningIn('key', everywhere)}) b
         ${letters ? initials : ''}
         ${coded ? code : ''}
       ) every (id, by, grade, height, text, cell_id, path) order by id, grade, height
     ) each order by grade, height, text, cell_id, path limit ${limit}`,
    [
      ...[range.cellLo, range.cellHi, range.pathLo, range.pathHi, key, key + last, coreOf(key)],
      ...(coded ? [key.toUpperCase(), key.toUpperCase() + last] : []),
    ],
  )
}

/** Fewer characters of a credit code say only who registered it and where. */
const shortestCode = 6
const cellsOfAProvince = 10_000
/** How many of those with the characters inside are looked at. */
const looksAtMost = 200

/** Two characters or more anywhere in a name; of several words, all of them. */
async function findInside(tx: Tx, range: PlaceRange, text: string): Promise<Found[]> {
  const words = text
    .split(/\s+/)
    .map(foldName)
    .filter((word) => [...word].length >= 2)
  if (words.length === 0) return []
  const block = blockOf(range)
  const pairs = [...new Set(words.flatMap(tellingPairs))]
  const values = [range.cellLo, range.cellHi, range.pathLo, range.pathHi, words]
  const inside = `${inRange} and (select bool_and(position(word in key) > 0) from unnest($5::text[]) as word)`
  const fields = 'unit_id as id, kind as by, key, cell_id, path from organization.unit_key'
  // What nearly every name has is met at once in the order of the tree.
  if (pairs.length === 0)
    return tx.many<Found>(`select ${fields} where ${inside} order by cell_id, path limit ${limit * 2}`, values)
  // The planner would read everything from the start for a pair that stands in one province only; the pairs' index knows
  // where it stands, and the first of those are enough.
  tx.runWithNext('set local enable_seqscan = off')
  tx.runWithNext('set local enable_indexscan = off')
  const found = await tx.many<Found>(
    `select id, by, key from (select ${fields} where tokens @> $6 and ${inside} limit ${looksAtMost}) inside
     order by cell_id, path, id`,
    [...values, block === undefined ? pairs : [...pairs, block]],
  )
  tx.runWithNext('set local enable_seqscan = on')
  tx.runWithNext('set local enable_indexscan = on')
  return found
}

type HitRow = OpenUnit & { readonly chain: readonly UnitName[] | null; readonly alias: string | null }

/** The unions that were found, in their order, with those above them, nation first. */
async function withChains(tx: Tx, found: readonly Found[]): Promise<UnitHit[]> {
  if (found.length === 0) return []
  const rows = await tx.many<HitRow>(
    `select u.id, u.name, u.short_name, u.level, u.cell_id, u.path, u.parent_id, u.division_code, u.credit_code, u.children, u.state,
       (with recursive up as (
          select p.id, p.name, p.short_name, p.level, p.parent_id, 1 as steps from organization.unit p where p.id = u.parent_id
          union all
          select p.id, p.name, p.short_name, p.level, p.parent_id, up.steps + 1
          from up join organization.unit p on p.id = up.parent_id where up.steps < 12
        ) select json_agg(json_build_object('id', id, 'name', name, 'shortName', short_name, 'level', level) order by steps desc) from up
       ) as chain,
       (select a.text from organization.unit_alias a where a.unit_id = u.id and a.superseded_at is null and a.key = f.key and a.kind = f.by) as alias
     from unnest($1::uuid[], $2::text[], $3::text[]) as f (id, by, key) join organization.unit u on u.id = f.id`,
    [found.map(({ id }) => id), found.map(({ by }) => by), found.map(({ key }) => key)],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id, by }) => {
    const row = byId.get(id)
    return row ? [{ unit: asUnit(row), above: [...(row.chain ?? [])], by, alias: row.alias }] : []
  })
}
