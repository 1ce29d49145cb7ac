import { loadModule, parseSync } from 'libpg-query'
import { nameOf, type Part, textOf, walk } from './query-parts.ts'
import { readQuery } from './query-scope.ts'

/** What the checker has to know of the database; tables and views as `schema.name`. */
export interface Catalog {
  /** Tables keyed by cell, and the views that show them. */
  readonly growing: ReadonlySet<string>
  /** Functions of our own that PostgreSQL calls volatile, without their schema. */
  readonly volatile?: ReadonlySet<string>
}

export interface StatementFault {
  readonly rule: 'cell_unbound' | 'cell_changed' | 'volatile_set' | 'skip_locked' | 'merge' | 'notify' | 'unparsable'
  readonly message: string
}

/** A client of `pg`, as far as reading the catalog asks for one. */
export interface CatalogClient {
  query(text: string): Promise<{ rows: { name: string }[] }>
}

/** Schemas whose tables belong to a library and follow its rules, not ours. */
export const foreignSchemas: readonly string[] = ['pgboss', 'signin']

/** The condition on `pg_namespace n` that leaves PostgreSQL's and the libraries' schemas out. */
export const ignoredSchemas = `n.nspname not in ('pg_catalog', 'information_schema', ${foreignSchemas.map((name) => `'${name}'`).join(', ')})
  and n.nspname !~ '^pg_(toast|temp)'`

/** Selects every growing table as `schema.name`: one whose comment says neither `@reference` nor `@directory`. */
export const growingTablesSql = `
  select n.nspname || '.' || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${ignoredSchemas}
    and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '@(reference|directory)\\M'
  order by 1`

const growingViewsSql = `
  with recursive growing as (
    select (t.name)::regclass::oid as oid from (${growingTablesSql}) t
    union
    select r.ev_class from growing g
    join pg_depend d on d.refobjid = g.oid and d.refclassid = 'pg_class'::regclass and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite r on r.oid = d.objid
  )
  select n.nspname || '.' || c.relname as name
  from growing g join pg_class c on c.oid = g.oid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('v', 'm')`

const volatileFunctionsSql = `
  select distinct p.proname as name
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.provolatile = 'v' and ${ignoredSchemas}`

/** Reads from a migrated database which tables grow and which functions are volatile. */
export async function readCatalog(client: CatalogClient): Promise<Catalog> {
  const names = async (sql: string) => (await client.query(sql)).rows.map((row) => row.name)
  const tables = await names(growingTablesSql)
  const views = await names(growingViewsSql)
  return { growing: new Set([...tables, ...views]), volatile: new Set(await names(volatileFunctionsSql)) }
}

/**
 * True inside a call from a file named `national-scans.ts`: the only place for statements over a range of cells. To be
 * asked while the statement is being sent, before anything is awaited.
 */
export function sentByNationalScan(): boolean {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 30
  const stack = new Error().stack ?? ''
  Error.stackTraceLimit = limit
  return /[\\/]national-scans\.ts\b/.test(stack)
}

const changingFunctions = new Set(
  `now transaction_timestamp statement_timestamp clock_timestamp timeofday random random_normal gen_random_uuid
  gen_random_bytes uuidv4 uuidv7 uuid_generate_v4 nextval txid_current pg_current_xact_id`.split(/\s+/),
)

await loadModule()

const known = new WeakMap<Catalog, Map<string, StatementFault | undefined>>()

/**
 * Says why a statement may not run against a network of cells, or nothing when it may.
 *
 * A growing table is read, updated and deleted under `cell_id = $n` and filled with a bound cell; joins, CTEs and
 * subqueries may hand the parameter on. One text is parsed once per catalog.
 *
 * @param allowed statements over a range of cells that are listed with their reason
 */
export function checkStatement(
  sql: string,
  catalog: Catalog,
  allowed: (sql: string) => boolean = () => false,
): StatementFault | undefined {
  const faults = known.get(catalog) ?? new Map<string, StatementFault | undefined>()
  known.set(catalog, faults)
  if (!faults.has(sql)) faults.set(sql, check(sql, catalog))
  const fault = faults.get(sql)
  return fault && !allowed(sql) ? fault : undefined
}

function check(sql: string, catalog: Catalog): StatementFault | undefined {
  let statements: Part[]
  try {
    statements = (parseSync(sql).stmts ?? []).flatMap((raw) => (raw.stmt ? [raw.stmt as Part] : []))
  } catch (error) {
    return { rule: 'unparsable', message: `PostgreSQL does not parse this: ${String(error)}` }
  }
  for (const statement of statements) {
    const fault = checkWriting(statement, catalog) ?? readQuery(statement, catalog.growing).faults[0]
    if (fault) return fault
  }
  return undefined
}

function checkWriting(statement: Part, catalog: Catalog): StatementFault | undefined {
  let fault: StatementFault | undefined
  let foreign = false
  walk(statement, (kind, part) => {
    if (kind === 'RangeVar' || kind === 'relation') foreign ||= foreignSchemas.includes(textOf(part, 'schemaname'))
    if (kind === 'MergeStmt') fault ??= { rule: 'merge', message: 'merge is not distributed: insert … on conflict' }
    if (kind === 'NotifyStmt' || (kind === 'FuncCall' && nameOf(part) === 'pg_notify'))
      fault ??= { rule: 'notify', message: 'a notification does not survive a pooler or a second node' }
    if (kind === 'UpdateStmt' || kind === 'onConflictClause') fault ??= volatileIn(part.targetList, catalog)
  })
  return foreign ? undefined : fault
}

function volatileIn(assignments: unknown, catalog: Catalog): StatementFault | undefined {
  let found: string | undefined
  walk(assignments, (kind, part) => {
    const name = kind === 'FuncCall' ? nameOf(part) : ''
    if (changingFunctions.has(name) || catalog.volatile?.has(name)) found ??= `${name}()`
    if (kind === 'SQLValueFunction' && /TIME|DATE/.test(textOf(part, 'op'))) found ??= 'the current time'
  })
  return found === undefined
    ? undefined
    : { rule: 'volatile_set', message: `${found} is set in place: pass the value as a parameter` }
}
