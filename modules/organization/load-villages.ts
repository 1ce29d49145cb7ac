import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { pathLabelLength } from '@gongqiao/kernel/shared/place.ts'
import { readVillages } from './reference/divisions.ts'
import { type Union, villageUnions } from './reference/unions.ts'
import { seedUnits, settleDesks } from './seed.ts'

/** Unions written between two words of progress. */
const atOnce = 5_000

/**
 * Writes the unions of the villages and communities 村（社区）工会 of a division, below the township unions that stand
 * there. What stands there already stays as it is, so it may be run again; two loads at the same time go one after the other.
 *
 * @param code six digits of a province, city or county, or nine of a township
 * @param from the day their history begins, `YYYY-MM-DD`
 * @param onProgress told how many of how many unions are written; what it throws ends the load
 * @returns how many unions were added
 * @see ORG-03
 */
export async function loadVillages(
  tx: Tx,
  code: string,
  from: string,
  now: Date,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<number> {
  await tx.run(`select from kernel.installation where id = 'reference' for update`)
  const byTownship = Map.groupBy(await readVillages(code), (village) => village.parent ?? '')
  const townships = await tx.many<Union & { readonly last: string | null; readonly known: string[] | null }>(
    `select t.id, t.name, t.short_name as "shortName", t.level, t.division_code as "divisionCode", t.parent_id as "parentId",
       t.cell_id as cell, t.path,
       greatest(max(c.path), (select max(f.path) from organization.former_place f
         where f.cell_id = t.cell_id and f.path > t.path and f.path < t.path || '~' and length(f.path) = length(t.path) + $2)) as last, array_agg(c.division_code) filter (where c.level = 'village') as known
     from organization.unit t left join organization.unit c on c.parent_id = t.id
     where t.division_code = any($1::text[]) and t.level = 'township'
     group by t.id order by t.cell_id, t.path`,
    [[...byTownship.keys()], pathLabelLength],
  )
  const added = townships.flatMap(({ last, known, ...township }) => {
    const had = new Set(known)
    const missing = (byTownship.get(township.divisionCode ?? '') ?? []).filter((village) => !had.has(village.code))
    const first = last === null ? 1 : Number.parseInt(last.slice(-pathLabelLength), 36) + 1
    return villageUnions(township, missing, first)
  })
  if (added.length === 0) return 0
  for (let at = 0; at < added.length; at += atOnce) {
    await seedUnits(tx, added.slice(at, at + atOnce), from, now)
    onProgress(Math.min(at + atOnce, added.length), added.length)
  }
  await settleDesks(tx)
  return added.length
}
