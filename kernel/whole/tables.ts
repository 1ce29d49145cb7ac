import type pg from 'pg'

/** A table as it goes along: its columns in their order, its key, its words. */
export type WholeTable = {
  readonly name: string
  readonly words: string
  readonly columns: readonly { readonly name: string; readonly type: string; readonly words: string }[]
  readonly key: readonly string[]
}

/** A reference between tables, as a constraint to take off and put on again. */
export type Reference = { readonly table: string; readonly name: string; readonly definition: string }

/** What stays behind: it lives for minutes or belongs to the program that runs, and each begins anew by itself. */
export const leftBehind = {
  'kernel.idempotency': 'answers kept for 24 hours, for whoever repeats a request',
  'people.session': 'sessions of members: people sign in again',
  'people.phone_code': 'codes on their way to phones, good for minutes',
  'signin.session': 'sessions of officers: officers sign in again',
  'signin.verification': 'sign-ins that wait for their second step',
} as const satisfies { readonly [table: string]: string }

// What is the program's own: which migrations it had, and the queue of its jobs.
const schemas = `n.nspname not in ('public', 'pgboss', 'information_schema') and n.nspname not like 'pg\\_%'`

const quoted = (table: string, column: string) => `quote_ident(${table}) || '.' || quote_ident(${column})`

/** All tables of the database that go along, in the order of their names. */
export async function wholeTables(client: pg.Client): Promise<WholeTable[]> {
  const { rows } = await client.query<WholeTable>(
    `select ${quoted('n.nspname', 'c.relname')} as name, coalesce(obj_description(c.oid, 'pg_class'), '') as words,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'words', coalesce(col_description(c.oid, a.attnum), '')) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select json_agg(a.attname order by k.place)
        from pg_index i cross join lateral unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${schemas} order by 1`,
  )
  return rows.filter(({ name }) => !Object.hasOwn(leftBehind, name))
}

/** All references between tables, with what makes them again. */
export async function references(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select ${quoted('n.nspname', 'c.relname')} as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${schemas} order by 1, 2`,
  )
  return rows
}

/** Everything may be seen and written: row-level security binds the owner too. */
export const everywhere = `set local app.scope = '0|999999||~'`
