import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { ParameterRow } from './parameter-keys.ts'
import { type Resolved, resolveParameters } from './parameters.ts'

/**
 * Writes the parameters that are new, and those that the product has changed; a row that the installation has edited stays,
 * and so does every row of a day or a division of its own.
 *
 * @returns how many rows were written
 */
export function keepParameters(tx: Tx, rows: readonly ParameterRow[]): Promise<number> {
  const shipped = rows.map(({ from, to, ...row }) => ({ ...row, valid_from: from, valid_to: to }))
  return tx.run(
    `insert into elections.parameter (key, region, valid_from, valid_to, value, document, article, confidence, shipped)
     select r.key, r.region, r.valid_from, r.valid_to, r.value, r.document, r.article, r.confidence, s.row
     from jsonb_array_elements($1::jsonb) as s (row)
     cross join jsonb_populate_record(null::elections.parameter, s.row) as r
     left join elections.parameter p on (p.key, p.region, p.valid_from) = (r.key, r.region, r.valid_from)
     where p.key is null or (p.shipped is distinct from s.row and not exists (
       select from jsonb_each(coalesce(p.shipped, s.row)) as said where to_jsonb(p) -> said.key is distinct from said.value))
     on conflict (key, region, valid_from) do update set valid_to = excluded.valid_to, value = excluded.value,
       document = excluded.document, article = excluded.article, confidence = excluded.confidence, shipped = excluded.shipped`,
    [JSON.stringify(shipped)],
  )
}

/** A version of a parameter with whether it was made here. */
export type KeptParameter = ParameterRow & { readonly own: boolean }

/** Every version of every parameter, the earliest of a place first. */
export function keptParameters(tx: Tx): Promise<KeptParameter[]> {
  return tx.many<KeptParameter>(
    `select key, region, value, valid_from as "from", valid_to as "to", document, article, confidence, shipped is null as own
     from elections.parameter order by key, region, valid_from`,
  )
}

/**
 * The parameters that hold at a place on a day. A cell without a division of its own, such as an industry's, has those of
 * the country.
 */
export async function parametersOf(tx: Tx, services: Services, cell: number, day: string): Promise<Resolved> {
  const rows = await keptParameters(tx)
  const region = services.deadlines.regionOf(cell)
  return resolveParameters(rows, region ?? String(cell).padStart(6, '0'), day)
}
