import { ignoredSchemas } from '../kernel/database/query-checker.ts'
import type { CatalogClient } from './check-schema.ts'

const shortTypes: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'character varying': 'varchar',
}

/** Extensions bring objects of their own; they are not listed. */
const notOfExtension = (oid: string) =>
  `not exists (select from pg_depend e where e.objid = ${oid} and e.deptype = 'e')`

const relationsSql = `
  select n.nspname as schema, c.relname as name, c.relkind as kind, c.relrowsecurity::text as scoped,
    c.relforcerowsecurity::text as forced, obj_description(c.oid, 'pg_class') as comment,
    case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid, true) end as definition,
    array_to_string(c.reloptions, ', ') as options
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and ${ignoredSchemas} and ${notOfExtension('c.oid')}
  order by n.nspname, c.relkind in ('v', 'm'), c.relname collate "C"`

const onRelation = `join pg_class c on c.oid = x.relation join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and ${ignoredSchemas}`

const columnsSql = `
  select n.nspname || '.' || c.relname as relation, x.name, x.type, x.collation, x.required, x.value, x.comment
  from (
    select a.attrelid as relation, a.attnum as position, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      case when a.attcollation <> t.typcollation then l.collname end as collation, a.attnotnull::text as required,
      pg_get_expr(d.adbin, d.adrelid) as value, col_description(a.attrelid, a.attnum) as comment
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped
  ) x ${onRelation} order by relation, x.position`

/** Not-null constraints are rows of the catalog since PostgreSQL 18; the columns say as much. */
const constraintsSql = `
  select n.nspname || '.' || c.relname as relation, x.name, x.definition
  from (
    select conrelid as relation, conname as name, contype, pg_get_constraintdef(oid, true) as definition
    from pg_constraint where contype in ('p', 'u', 'f', 'c', 'x')
  ) x ${onRelation} order by relation, position(x.contype in 'pufcx'), x.name collate "C"`

const indexesSql = `
  select n.nspname || '.' || c.relname as relation, x.definition
  from (
    select i.indrelid as relation, pg_get_indexdef(i.indexrelid) as definition, i.indexrelid::regclass::text as name
    from pg_index i where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  ) x ${onRelation} order by relation, x.name collate "C"`

const triggersSql = `
  select n.nspname || '.' || c.relname as relation, x.definition
  from (
    select tgrelid as relation, tgname as name, pg_get_triggerdef(oid, true) as definition from pg_trigger where not tgisinternal
  ) x ${onRelation} order by relation, x.name collate "C"`

const policiesSql = `
  select n.nspname || '.' || c.relname as relation, x.name, x.command, x.roles, x.seen, x.written, x.permissive
  from (
    select polrelid as relation, polname as name, polpermissive::text as permissive,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end as command,
      (select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any(polroles)) as roles,
      pg_get_expr(polqual, polrelid, true) as seen, pg_get_expr(polwithcheck, polrelid, true) as written
    from pg_policy
  ) x ${onRelation} order by relation, x.name collate "C"`

/** The owner may do everything; only what others may is worth telling. */
const grantsSql = `
  select n.nspname || '.' || c.relname as relation, x.role, x.acts
  from (
    select g.relation, coalesce(r.rolname, 'public') as role,
      string_agg(lower(g.act) || coalesce(' (' || g.columns || ')', ''), ', ' order by
        array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], g.act), g.act) as acts
    from (
      select oid as relation, (aclexplode(relacl)).grantee, (aclexplode(relacl)).privilege_type as act, null as columns,
        relowner as owner from pg_class
      union all
      select a.relation, a.grantee, a.act, string_agg(a.attname, ', ' order by a.attnum), a.owner from (
        select t.oid as relation, t.relowner as owner, c.attname, c.attnum,
          (aclexplode(c.attacl)).grantee, (aclexplode(c.attacl)).privilege_type as act
        from pg_class t join pg_attribute c on c.attrelid = t.oid
      ) a group by a.relation, a.grantee, a.act, a.owner
    ) g left join pg_roles r on r.oid = g.grantee
    where g.grantee <> g.owner and coalesce(r.rolname, 'public') ~ '^(public|gongqiao_(app|job))$'
    group by g.relation, r.rolname
  ) x ${onRelation} order by relation, x.role`

const functionsSql = `
  select n.nspname as schema, pg_get_functiondef(p.oid) as definition,
    p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as signature,
    obj_description(p.oid, 'pg_proc') as comment,
    (p.proacl is not null and not exists (select from aclexplode(p.proacl) where grantee = 0))::text as closed,
    (select string_agg(r, ', ' order by r) from (
      select coalesce(r.rolname, 'public') as r from aclexplode(p.proacl) a left join pg_roles r on r.oid = a.grantee
      where a.grantee <> p.proowner and coalesce(r.rolname, 'public') ~ '^(public|gongqiao_(app|job))$') g) as callers
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p') and ${ignoredSchemas} and ${notOfExtension('p.oid')}
  order by n.nspname, p.proname collate "C", signature`

const schemasSql = `
  select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment from pg_namespace n
  where ${ignoredSchemas} and n.nspname <> 'public' order by n.nspname`

type Row = Record<string, string | null>

/** The schema of a migrated database as one page of SQL, in the same order whenever it is written. */
export async function writeSchemaSql(client: CatalogClient): Promise<string> {
  const rows = async (sql: string): Promise<Row[]> => (await client.query(sql)).rows
  const byRelation = async (sql: string) => Map.groupBy(await rows(sql), (row) => row.relation ?? '')
  const functions = Map.groupBy(await rows(functionsSql), (row) => row.schema)
  const relations = Map.groupBy(await rows(relationsSql), (row) => row.schema)
  const parts = {
    columns: await byRelation(columnsSql),
    constraints: await byRelation(constraintsSql),
    indexes: await byRelation(indexesSql),
    triggers: await byRelation(triggersSql),
    policies: await byRelation(policiesSql),
    grants: await byRelation(grantsSql),
  }
  const sections = ['-- The database as the migrations leave it, for reading. Written from its catalog.\n']
  for (const { name, comment } of await rows(schemasSql)) {
    sections.push(`\n-- ${name} ${'-'.repeat(100 - (name ?? '').length)}\n\n`)
    sections.push(`create schema ${name};\n${commentOn(`schema ${name}`, comment)}`)
    for (const made of functions.get(name ?? '') ?? []) sections.push(functionSql(made))
    for (const relation of relations.get(name ?? '') ?? []) {
      const path = `${relation.schema}.${relation.name}`
      const of = (part: Map<string, Row[]>) => part.get(path) ?? []
      const { columns, constraints, indexes, triggers, policies, grants } = parts
      const body = ['v', 'm'].includes(relation.kind ?? '')
        ? viewSql(path, relation)
        : tableSql(path, of(columns), of(constraints))
      sections.push(
        `\n${body}`,
        ...of(indexes).map(
          (index) => `${(index.definition ?? '').replace('CREATE', 'create').replace('INDEX', 'index')};\n`,
        ),
        ...of(triggers).map(
          (trigger) => `${(trigger.definition ?? '').replace('CREATE TRIGGER', 'create trigger')};\n`,
        ),
        ...scopeSql(path, relation, of(policies)),
        ...of(grants).map(({ acts, role }) => `grant ${acts} on ${path} to ${role};\n`),
        commentOn(`${['v', 'm'].includes(relation.kind ?? '') ? 'view' : 'table'} ${path}`, relation.comment),
        ...of(columns).map((column) => commentOn(`column ${path}.${column.name}`, column.comment)),
      )
    }
  }
  return sections.join('')
}

function tableSql(path: string, columns: readonly Row[], constraints: readonly Row[]): string {
  const rows = columns.map(({ name, type, collation, required, value }) => [
    name ?? '',
    `${shortTypes[type ?? ''] ?? type}${collation ? ` collate "${collation}"` : ''}`,
    [required === 'true' ? 'not null' : '', value ? `default ${value}` : ''].filter(Boolean).join(' '),
  ])
  const width = (index: number) => Math.max(0, ...rows.map((row) => (row[index] ?? '').length))
  const lines = [
    ...rows.map(([name = '', type = '', rest = '']) =>
      `${name.padEnd(width(0))}  ${type.padEnd(width(1))}  ${rest}`.trimEnd(),
    ),
    ...constraints.map(({ name, definition }) => `constraint ${name} ${definition}`),
  ]
  return `create table ${path} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);\n`
}

function viewSql(path: string, { definition, options, kind }: Row): string {
  const view = kind === 'm' ? 'materialized view' : 'view'
  return `create ${view} ${path}${options ? ` with (${options})` : ''} as\n${definition}\n`
}

function scopeSql(path: string, { scoped, forced }: Row, policies: readonly Row[]): string[] {
  return [
    ...(scoped === 'true' ? [`alter table ${path} enable row level security;\n`] : []),
    ...(forced === 'true' ? [`alter table ${path} force row level security;\n`] : []),
    ...policies.map(({ name, command, roles, seen, written, permissive }) => {
      const kind = permissive === 'true' ? '' : ' as restrictive'
      const using = seen ? ` using (\n  ${seen}\n)` : ''
      const check = written ? ` with check (\n  ${written}\n)` : ''
      return `create policy ${name} on ${path}${kind}${command ? ` for ${command}` : ''}${roles ? ` to ${roles}` : ''}${using}${check};\n`
    }),
  ]
}

function functionSql({ schema, definition, signature, comment, callers, closed }: Row): string {
  const name = `function ${schema}.${signature}`
  const revoke = closed === 'true' ? `revoke execute on ${name} from public;\n` : ''
  const grant = callers ? `grant execute on ${name} to ${callers};\n` : ''
  return `\n${definition?.trimEnd()};\n${revoke}${grant}${commentOn(name, comment)}`
}

function commentOn(what: string, comment: string | null | undefined): string {
  return comment ? `comment on ${what} is '${comment.replaceAll("'", "''")}';\n` : ''
}
