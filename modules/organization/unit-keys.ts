import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { type UnitLevel, unitLevels } from './contract.ts'
import { coreOf, foldName, placeNames, tailOf, tellingPairs } from './naming/fold-name.ts'
import { initialsOf } from './naming/initials.ts'
import { firstIndustryCell } from './open-unit.ts'

/** What a name of a union is to it. */
export type KeyKind = 'name' | 'short' | 'former' | 'abbreviation' | 'settled'

type Named = {
  readonly id: string
  readonly name: string
  readonly short_name: string
  readonly level: UnitLevel
  readonly cell_id: number
  readonly path: string
  readonly aliases: readonly { readonly key: string; readonly kind: KeyKind }[] | null
  readonly above: readonly string[] | null
}

/** A union with its other names and, for a union of members, what the unions above it are called. */
const namesOfUnits = `
  select u.id, u.name, u.short_name, u.level, u.cell_id, u.path,
    (select json_agg(json_build_object('key', a.key, 'kind', a.kind) order by a.id) from organization.unit_alias a
      where a.unit_id = u.id and a.superseded_at is null) as aliases,
    case when u.level = 'grassroots' then (
      with recursive up as (
        select p.name, p.short_name, p.parent_id, 1 as steps from organization.unit p where p.id = u.parent_id
        union all
        select p.name, p.short_name, p.parent_id, up.steps + 1 from up join organization.unit p on p.id = up.parent_id
        where up.steps < 12
      ) select array_agg(up.name) || array_agg(up.short_name) from up) end as above
  from organization.unit u where u.id = any($1::uuid[]) and u.state <> 'closed'`

/**
 * Writes what unions are found by, after they were founded, renamed, moved or closed.
 *
 * @param ids the unions that changed; at most 5,000
 */
export async function writeUnitKeys(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run('delete from organization.unit_key where unit_id = any($1::uuid[])', [ids])
  const keys = (await tx.many<Named>(namesOfUnits, [ids])).flatMap(keysOf)
  await tx.run(
    `insert into organization.unit_key (unit_id, number, kind, key, core, tail, initials, tokens, height, cell_id, path)
     select unit_id, number, kind, key, core, tail, initials, string_to_array(tokens, ' '), height, cell_id, path
     from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::smallint[], $10::int[], $11::text[])
       as t (unit_id, number, kind, key, core, tail, initials, tokens, height, cell_id, path)`,
    [
      keys.map((k) => k.unit),
      keys.map((k) => k.number),
      keys.map((k) => k.kind),
      keys.map((k) => k.key),
      keys.map((k) => k.core),
      keys.map((k) => k.tail),
      keys.map((k) => k.initials),
      keys.map((k) => k.tokens.join(' ')),
      keys.map((k) => k.height),
      keys.map((k) => k.cell),
      keys.map((k) => k.path),
    ],
  )
}

function keysOf(unit: Named) {
  const places = placeNames((unit.above ?? []).map((name) => coreOf(foldName(name))))
  const names = new Map<string, KeyKind>([[foldName(unit.name), 'name']])
  const others = [{ key: foldName(unit.short_name), kind: 'short' as const }, ...(unit.aliases ?? [])]
  // What a clerk settled counts even where the name itself was what several unions are called.
  for (const { key, kind } of others) if (key !== '' && (kind === 'settled' || !names.has(key))) names.set(key, kind)
  return Array.from(names, ([key, kind], number) => {
    const core = coreOf(key)
    return {
      unit: unit.id,
      number,
      kind,
      key,
      core,
      tail: tailOf(core, places),
      initials: initialsOf(key),
      tokens: [...tellingPairs(key), ...blocksOf(unit.cell_id)],
      height: heightOf(unit.level),
      cell: unit.cell_id,
      path: unit.path,
    }
  })
}

/** A level as a number: 0 the nation, higher further down. */
export function heightOf(level: UnitLevel): number {
  return unitLevels.indexOf(level)
}

/** The blocks of cells a cell lies in, as tokens: itself, its prefecture or industry, its province. */
function blocksOf(cell: number): string[] {
  const digits = String(cell).padStart(6, '0')
  return (cell < firstIndustryCell ? [6, 4, 2] : [6, 3]).map((length) => `@${digits.slice(0, length)}`)
}

/** The token of the block of cells that a range is, or undefined when it is the whole network or no block. */
export function blockOf({ cellLo, cellHi }: PlaceRange): string | undefined {
  const [lo, hi] = [cellLo, cellHi].map((cell) => String(cell).padStart(6, '0'))
  const length = [6, 4, 3, 2].find(
    (digits) =>
      lo?.slice(0, digits) === hi?.slice(0, digits) &&
      Number(lo?.slice(digits) || 0) === 0 &&
      /^9*$/.test(hi?.slice(digits) ?? ''),
  )
  return length === undefined ? undefined : `@${lo?.slice(0, length)}`
}
