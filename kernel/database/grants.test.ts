import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMigratedDatabase } from '../../tools/migrated-database.ts'
import type { ThrowawayDatabase } from '../../tools/throwaway-database.ts'

let database: ThrowawayDatabase
beforeAll(async () => {
  database = await openMigratedDatabase(new URL('../..', import.meta.url).pathname)
})
afterAll(() => database.drop())

const rows = async (sql: string) => (await database.client.query(sql)).rows
const changing = ['insert', 'update', 'delete', 'truncate', 'references', 'trigger']

/** Tables and what a role may do with each. */
async function rightsOf(role: string): Promise<Map<string, Set<string>>> {
  const found: { table: string; may: string }[] = await rows(`
    select c.oid::regclass::text as table, r.name as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as r (name)
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and has_table_privilege('${role}', c.oid, r.name)`)
  return new Map(
    [...Map.groupBy(found, (row) => row.table)].map(([table, some]) => [table, new Set(some.map((row) => row.may))]),
  )
}

const appendOnly = async () =>
  (
    await rows(`select c.oid::regclass::text as name from pg_class c join pg_description d on d.objoid = c.oid and d.objsubid = 0
      where c.relkind in ('r', 'p') and d.description like '%@append-only%' order by 1`)
  ).map((row) => String(row.name))

test('nobody but the owner changes or deletes a row of audit, access log, facts and the history of matters', async () => {
  const tables = await appendOnly()
  expect(tables).toEqual(
    expect.arrayContaining(['kernel.audit', 'kernel.access', 'kernel.fact', 'kernel.matter_event']),
  )

  for (const role of ['gongqiao_app', 'gongqiao_job']) {
    const rights = await rightsOf(role)
    for (const table of tables) {
      const may = [...(rights.get(table) ?? [])].filter((right) => right !== 'select' && right !== 'insert')
      expect([role, table, may]).toEqual([role, table, []])
    }
  }
})

test('no column of an append-only table is granted for update by itself', async () => {
  const found = await rows(`select c.oid::regclass::text as table, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join unnest(array['gongqiao_app', 'gongqiao_job']) as role
    where c.oid = any(array[${(await appendOnly()).map((table) => `'${table}'::regclass`).join(', ')}])
      and has_column_privilege(role, c.oid, a.attnum, 'update')`)

  expect(found).toEqual([])
})

test('everybody at large may do nothing with any table', async () => {
  const open = await rows(`select c.oid::regclass::text as table, acl.privilege_type as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) as acl
    where acl.grantee = 0 and c.relkind in ('r', 'p', 'v') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`)

  expect(open).toEqual([])
})

test('the request role numbers no fact and counts no member; the job role reads nothing of a person', async () => {
  const [app, job] = [await rightsOf('gongqiao_app'), await rightsOf('gongqiao_job')]
  for (const table of ['kernel.fact', 'kernel.fact_lease', 'kernel.consumer', 'insight.unit_count'])
    expect([table, changing.filter((right) => app.get(table)?.has(right))]).toEqual([table, []])

  const personal: { name: string }[] = await rows(`select distinct c.oid::regclass::text as name from pg_class c
    join pg_description d on d.objoid = c.oid and d.objsubid > 0 where d.description like '%@personal%' and c.relkind in ('r', 'p')`)
  expect(personal.length).toBeGreaterThan(3)
  for (const { name } of personal) expect([name, [...(job.get(name) ?? [])]]).toEqual([name, []])
})

test('neither role is a superuser, passes row-level security, owns a table or makes one', async () => {
  expect(
    await rows(`select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles
      where rolname in ('gongqiao_app', 'gongqiao_job') and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)`),
  ).toEqual([])
  for (const role of ['gongqiao_app', 'gongqiao_job']) {
    const [row] = await rows(`select count(*)::int as owned from pg_class where relowner = '${role}'::regrole`)
    expect([role, row.owned]).toEqual([role, 0])
    const schemas =
      await rows(`select nspname from pg_namespace where nspname not like 'pg\\_temp%' and nspname not like 'pg\\_toast%'
      and has_schema_privilege('${role}', oid, 'create') and nspname <> 'pgboss'`)
    expect([role, schemas]).toEqual([role, []])
  }
})
