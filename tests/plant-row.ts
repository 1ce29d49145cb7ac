import type { House } from './house.ts'

type At = { readonly cell: number; readonly path: string }

/**
 * Puts one made-up row into a table, at a place: what no act of a house fills is hidden or shown by its policy all the
 * same. Keys to other tables are not looked at, and the table's checks are taken off, so this is for a house whose rows
 * nobody else asks about.
 */
export async function plantRow(house: Pick<House, 'rows'>, table: string, at: At): Promise<void> {
  const checks = await house.rows(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  const columns = await house.rows(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and (attname in ('cell_id', 'path') or (attnotnull and not atthasdef)) order by attnum`,
    [table],
  )
  const names = columns.map(({ name }) => `"${name}"`)
  const values = columns.map(({ name, type }) => literal(String(name), String(type), at))
  await house.rows(
    `set session_replication_role = replica;
     ${checks.map(({ name }) => `alter table ${table} drop constraint "${name}";`).join(' ')}
     insert into ${table} (${names.join(', ')}) values (${values.join(', ')});
     set session_replication_role = origin`,
  )
}

function literal(name: string, type: string, at: At): string {
  if (name === 'cell_id') return String(at.cell)
  if (name === 'path') return `'${at.path}'`
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'bytea') return `'\\x01'`
  if (type === 'boolean') return 'false'
  if (type === 'jsonb') return `'{}'`
  if (type === 'date') return `'2026-03-02'`
  if (type.startsWith('timestamp')) return `'2026-03-02T09:00:00+08:00'`
  return /^(?:integer|smallint|bigint|numeric)/.test(type) ? '1' : `'made up'`
}
