import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { type FoundColumn, plainHeading } from './headings.ts'

/** Whose mapping: a unit's, of one kind of sheet. */
type Owner = { readonly cell: number; readonly unit: string; readonly kind: string }
type Assigned = { readonly [index: string]: string | null }

/** What the headings of a sheet are known by next month. */
function headingsHash(services: Services, columns: readonly FoundColumn[]): Buffer {
  const text = columns.map(({ index, heading }) => `${index} ${plainHeading(heading)}`).join('\n')
  return services.keyring.suite.hash(Buffer.from(text))
}

/** Columns as the clerk of the unit had them the last time a sheet had these headings; as they were found otherwise. */
export async function asLastTime(
  tx: Tx,
  services: Services,
  owner: Owner,
  columns: readonly FoundColumn[],
): Promise<readonly FoundColumn[]> {
  const kept = await tx.maybe<{ columns: Assigned }>(
    `select columns from kernel.import_mapping where cell_id = $1 and unit_id = $2 and kind = $3 and headings = $4`,
    [owner.cell, owner.unit, owner.kind, headingsHash(services, columns)],
  )
  if (!kept) return columns
  return columns.map((column) => {
    const key = kept.columns[column.index] ?? null
    return { ...column, key, from: key === null ? null : 'kept' }
  })
}

/** Keeps what the clerk confirmed for the next sheet with the same headings. */
export async function keepMapping(
  tx: Tx,
  services: Services,
  owner: Owner,
  columns: readonly FoundColumn[],
  now: Date,
): Promise<void> {
  const assigned = Object.fromEntries(columns.map(({ index, key }) => [index, key]))
  await tx.run(
    `insert into kernel.import_mapping (cell_id, unit_id, kind, headings, columns, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (cell_id, unit_id, kind, headings) do update set columns = excluded.columns, at = excluded.at`,
    [owner.cell, owner.unit, owner.kind, headingsHash(services, columns), assigned, now],
  )
}
