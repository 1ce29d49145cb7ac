import { growingTablesSql, ignoredSchemas } from '../kernel/database/query-checker.ts'

/** A rule of the schema as a query over the catalog: each row it gives is a fault. */
export interface SchemaRule {
  readonly rule: string
  readonly message: string
  /** Gives `place`, and `detail` where the message needs more. */
  readonly sql: string
}

const tables = `
  ours as (
    select c.oid, c.relkind, c.relrowsecurity, c.relforcerowsecurity, n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ignoredSchemas}
  ),
  tables as (select * from ours where relkind in ('r', 'p')),
  growing as (select o.* from ours o join (${growingTablesSql}) g on g.name = o.name),
  columns as (
    select o.oid, o.name || '.' || a.attname as name, a.attname, a.attnum, a.attidentity, a.atttypid, a.attcollation,
      o.oid in (select oid from growing) as grows, coalesce(col_description(o.oid, a.attnum), '') as comment
    from tables o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
  )`

const withTables = (query: string) => `with ${tables} ${query} order by 1`

/** What every migrated database keeps to, rule by rule. */
export const schemaRules: readonly SchemaRule[] = [
  {
    rule: 'key_without_cell',
    message: 'a growing table has cell_id as the first column of its primary key',
    sql: withTables(`select g.name as place from growing g where not exists (
      select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = g.oid and i.indisprimary and a.attname = 'cell_id')`),
  },
  {
    rule: 'cell_is_no_number',
    message: 'cell_id of a growing table is integer not null',
    sql: withTables(`select c.name as place from columns c join pg_attribute a on a.attrelid = c.oid and a.attnum = c.attnum
      where c.grows and c.attname = 'cell_id' and (c.atttypid <> 'int4'::regtype or not a.attnotnull)`),
  },
  {
    rule: 'unique_without_cell',
    message: 'what is unique in a growing table is unique within a cell; what the whole network shares has a directory',
    sql: withTables(`select g.name || ': ' || i.indexrelid::regclass as place from growing g
      join pg_index i on i.indrelid = g.oid and i.indisunique and not i.indisprimary
      where not exists (select from pg_attribute a
        where a.attrelid = g.oid and a.attname = 'cell_id' and a.attnum = any(i.indkey[0:i.indnkeyatts - 1]))`),
  },
  {
    rule: 'foreign_key_without_cell',
    message: 'a foreign key to a growing table carries cell_id on both sides',
    sql: withTables(`select t.name || ': ' || f.conname as place from tables t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' and f.confrelid in (select oid from growing)
      where not exists (
        select from unnest(f.conkey, f.confkey) as k(here, there)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.here and a.attname = 'cell_id'
        join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.there and b.attname = 'cell_id')`),
  },
  {
    rule: 'trigger',
    message: 'a growing table has no trigger: once it is distributed nothing can rely on one',
    sql: withTables(`select g.name || ': ' || t.tgname as place from growing g
      join pg_trigger t on t.tgrelid = g.oid and not t.tgisinternal`),
  },
  {
    rule: 'view_without_cell',
    message: 'a view of a growing table shows its cell_id, or no reader can bind it',
    sql: withTables(`select distinct v.name as place from ours v
      join pg_rewrite r on r.ev_class = v.oid
      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refobjid in (select oid from growing)
      where v.relkind in ('v', 'm') and not exists (
        select from pg_attribute a where a.attrelid = v.oid and a.attname = 'cell_id')`),
  },
  {
    rule: 'counter',
    message: 'ids are made by the application: no serial, identity or sequence',
    sql: withTables(`select name as place from ours where relkind = 'S'
      union all select name from columns where attidentity <> ''`),
  },
  {
    rule: 'personal_without_scope',
    message: 'a table with personal data has row-level security enabled and forced',
    sql: withTables(`select distinct t.name as place from tables t
      join columns c on c.oid = t.oid and c.comment ~ '@personal\\M'
      where not (t.relrowsecurity and t.relforcerowsecurity)`),
  },
  {
    rule: 'several_policies',
    message: 'two permissive policies for one command and role are an or: merge them into one',
    sql: withTables(`select t.name || ': ' || p.polname || ', ' || q.polname as place from tables t
      join pg_policy p on p.polrelid = t.oid and p.polpermissive
      join pg_policy q on q.polrelid = t.oid and q.polpermissive and q.oid > p.oid
      where (p.polcmd = q.polcmd or '*' in (p.polcmd, q.polcmd))
        and (p.polroles && q.polroles or 0 = any(p.polroles) or 0 = any(q.polroles))`),
  },
  {
    rule: 'append_only_is_open',
    message: 'what must not change is never granted for update, delete or truncate',
    sql: withTables(`select t.name as place, r.rolname || ' may ' || g.act as detail from tables t
      cross join pg_roles r cross join (values ('update'), ('delete'), ('truncate')) as g(act)
      where obj_description(t.oid, 'pg_class') ~ '@append-only\\M' and r.rolname in ('gongqiao_app', 'gongqiao_job')
        and (has_table_privilege(r.rolname, t.oid, g.act)
          or (g.act = 'update' and has_any_column_privilege(r.rolname, t.oid, 'update')))`),
  },
  {
    rule: 'no_comment',
    message: 'every table and view says in a comment what one row of it is',
    sql: withTables(`select name as place from ours
      where relkind in ('r', 'p', 'v', 'm') and regexp_replace(coalesce(obj_description(oid, 'pg_class'), ''), '@[a-z-]+', '', 'g') !~ '\\S'`),
  },
  {
    rule: 'no_column_comment',
    message: 'a column of this name may be personal: its comment says @personal and what for, or why not',
    sql: withTables(`select name as place from columns
      where grows and comment = '' and attname ~ '(^|_)(phone|mobile|email|birth|identity|bank|cipher|mask|bigrams?)(_|$)'`),
  },
  {
    rule: 'unnamed_constraint',
    message: 'a constraint is named after what it promises',
    sql: withTables(`select t.name || ': ' || k.conname as place from tables t
      join pg_constraint k on k.conrelid = t.oid and k.contype in ('c', 'u', 'f', 'x')
      where k.conname ~ '_(check|key|fkey|excl)\\d*$'`),
  },
  {
    rule: 'column_type',
    message: 'instants are timestamptz, words are text with a check, money is bigint fen, a path sorts as "C"',
    sql: withTables(`select c.name as place, format_type(c.atttypid, null) as detail from columns c
      join pg_type t on t.oid = c.atttypid
      where t.typname in ('timestamp', 'timetz', 'money', 'bpchar', 'varchar', 'json') or t.typtype = 'e'
        or (c.attname ~ '_fen$' and t.typname <> 'int8')
        or (c.attname = 'path' and t.typname = 'text' and c.attcollation <> '"C"'::regcollation)`),
  },
  {
    rule: 'open_definer',
    message: 'a security definer function sets its own search_path',
    sql: `select n.nspname || '.' || p.proname as place from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ignoredSchemas} and p.prosecdef
        and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%') order by 1`,
  },
]

/** Every policy of ours with its conditions as PostgreSQL prints them. */
export const policiesSql = withTables(`
  select t.name || ': ' || p.polname as place, e.condition from tables t join pg_policy p on p.polrelid = t.oid
  cross join lateral (values (pg_get_expr(p.polqual, t.oid)), (pg_get_expr(p.polwithcheck, t.oid))) as e(condition)
  where e.condition is not null`)
