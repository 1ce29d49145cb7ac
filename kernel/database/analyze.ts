import { openClient } from './connect.ts'

/**
 * Lets the planner look at tables that were filled and that it has never looked at: after a seed or an import the first
 * questions would be planned blindly until the server comes round to it by itself.
 *
 * @returns how many tables it looked at
 */
export async function analyzeFreshTables(ownerUrl: string): Promise<number> {
  const client = openClient(ownerUrl, 'gongqiao analyze')
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(`
      select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.reltuples < 0 and c.relowner = current_user::regrole and pg_relation_size(c.oid) > 0
      order by 1`)
    for (const { name } of rows) await client.query(`analyze ${name}`)
    return rows.length
  } finally {
    await client.end()
  }
}
