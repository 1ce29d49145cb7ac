import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { pathLabelLength } from '@gongqiao/kernel/shared/place.ts'

type Above = { readonly cell: number; readonly path: string }

/**
 * The ordinal of the last place directly below another one that was ever taken, 0 where none was: a place that a union has
 * left is never given to another one. Whoever takes the next has locked the union above.
 */
export async function lastPlaceBelow(tx: Tx, { cell, path }: Above): Promise<number> {
  const { last } = await tx.one<{ last: string | null }>(
    `select max(path) as last from (
       select max(path) as path from organization.unit where cell_id = $1 and path > $2 and path < $2 || '~' and length(path) = $3
       union all
       select max(path) from organization.former_place where cell_id = $1 and path > $2 and path < $2 || '~' and length(path) = $3
     ) taken`,
    [cell, path, path.length + pathLabelLength],
  )
  return last === null ? 0 : Number.parseInt(last.slice(-pathLabelLength), 36)
}

/** Where a union stood at the end of a past day, given where it stands today. */
export async function pathOnDay(
  tx: Tx,
  unit: { readonly id: string; readonly path: string },
  on: string,
): Promise<string> {
  const left = await tx.maybe<{ path: string }>(
    `select path from organization.former_place
     where unit_id = $1 and until >= ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' order by until limit 1`,
    [unit.id, on],
  )
  return left?.path ?? unit.path
}
