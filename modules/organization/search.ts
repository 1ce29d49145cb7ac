import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { type UnitHit, type UnitHits, type UnitName, unitLevels } from './contract.ts'
import { coreOf, foldName, pairsOf } from './naming/fold-name.ts'
import { asUnit, type OpenUnit } from './open-unit.ts'
import { blockOf } from './unit-keys.ts'

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

/**
 * In one cell all that begins so is read in the order of names; in several the first of each level are, since a name of a
 * province begins a hundred thousand others.
 */
function beginningIn(column: 'key' | 'initials', oneCell: boolean): string {
  const fields = `unit_id, kind, height, ${column} as text, cell_id, path`
  const begins = `${column} >= $5 and ${column} < $6 and ${inRange}`
  return oneCell
    ? `(select ${fields} from organization.unit_key where ${begins} order by height, ${column}, cell_id, path limit ${limit * 2})`
    : `(select k.* from generate_series(0, ${unitLevels.length - 1}) as level cross join lateral (
         select ${fields} from organization.unit_key where height = level and ${begins}
         order by ${column}, cell_id, path limit ${limit * 2}) k)`
}

/** What is called so, what begins so, and for letters what has these initials or this credit code. */
async function findBeginning(tx: Tx, range: PlaceRange, key: string): Promise<Found[]> {
  const oneCell = range.cellLo === range.cellHi
  const letters = /^[a-z0-9]+$/.test(key)
  const values = [range.cellLo, range.cellHi, range.pathLo, range.pathHi, key, key + last, coreOf(key)]
  const code = `
    union all
    (select id, 'code' as by, 0 as grade, 0, credit_code, cell_id, path from organization.unit
     where credit_code >= $8 and credit_code < $9 and ${inRange} and state <> 'closed' order by credit_code limit ${limit})`
  const initials = `
    union all
    select unit_id, 'initials', 2, height, text, cell_id, path from ${beginningIn('initials', oneCell)} i`
  const rows = await tx.many<Found>(
    `select id, by, text as key from (
       select distinct on (id) id, by, grade, height, text, cell_id, path from (
         (select unit_id as id, kind as by, case when key = $5 then 0 else 1 end as grade, height, key as text, cell_id, path
          from organization.unit_key where core = $7 and ${inRange} order by cell_id, path limit ${limit})
         union all
         select unit_id, kind, 1, height, text, cell_id, path from ${beginningIn('key', oneCell)} b
         ${letters ? initials : ''}
         ${letters && key.length >= shortestCode ? code : ''}
       ) every (id, by, grade, height, text, cell_id, path) order by id, grade, height
     ) each order by grade, height, text, cell_id, path limit ${limit}`,
    letters && key.length >= shortestCode ? [...values, key.toUpperCase(), key.toUpperCase() + last] : values,
  )
  return rows
}

/** Fewer characters of a credit code say only who registered it and where. */
const shortestCode = 6

/** Two characters or more anywhere in a name; of several words, all of them. */
async function findInside(tx: Tx, range: PlaceRange, text: string): Promise<Found[]> {
  const words = text
    .split(/\s+/)
    .map(foldName)
    .filter((word) => [...word].length >= 2)
  if (words.length === 0) return []
  const block = blockOf(range)
  return tx.many<Found>(
    `select unit_id as id, kind as by, key from (
       select unit_id, kind, key, cell_id, path from organization.unit_key
       where tokens @> $5 and ${inRange} and (select bool_and(position(word in key) > 0) from unnest($6::text[]) as word)
       order by cell_id, path limit ${limit * 2}
     ) inside order by cell_id, path, unit_id`,
    [
      range.cellLo,
      range.cellHi,
      range.pathLo,
      range.pathHi,
      [...words.flatMap(pairsOf), ...(block === undefined ? [] : [block])],
      words,
    ],
  )
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
