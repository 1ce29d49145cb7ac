import { ignoredSchemas } from '../kernel/database/query-checker.ts'
import type { CatalogClient } from './check-schema.ts'

/** What the driver gives for each type, as the kernel's connection sets it: int8 a number below 2^53, date a civil day. */
const typescriptTypes: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'string',
  text: 'string',
  uuid: 'string',
  date: 'string',
  timestamptz: 'Date',
  bytea: 'Buffer',
  json: 'JsonValue',
  jsonb: 'JsonValue',
  tsvector: 'string',
  cube: 'string',
}

const columnsSql = `
  select n.nspname as schema, c.relname as table, a.attname as column, a.attnotnull::text as required,
    case when t.typelem <> 0 and t.typcategory = 'A' then e.typname else t.typname end as type,
    (t.typcategory = 'A')::text as many, (a.atthasdef or a.attidentity <> '')::text as given
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
  where c.relkind in ('r', 'p') and n.nspname <> 'public' and ${ignoredSchemas}
  order by n.nspname, c.relname collate "C", a.attnum`

type Column = Record<string, string | null>

/**
 * The row types of each schema's tables as a TypeScript file, by schema.
 *
 * @returns for schema `membership` the text of `modules/membership/tables.ts`, for `kernel` that of `kernel/tables.ts`
 * @throws Error when a column has a type that nobody decided about
 */
export async function writeTableTypes(client: CatalogClient): Promise<Map<string, string>> {
  const { rows } = await client.query(columnsSql)
  const schemas = Map.groupBy<string, Column>(rows, (row) => row.schema ?? '')
  return new Map([...schemas].map(([schema, columns]) => [schema, fileOf(schema, columns)]))
}

function fileOf(schema: string, columns: readonly Column[]): string {
  const body = [...Map.groupBy(columns, (column) => column.table ?? '')].map(([table, own]) => {
    const lines = own.map((column) => `    ${column.column}: ${typeOf(column)}`)
    return `  '${schema}.${table}': {\n${lines.join('\n')}\n  }`
  })
  const name = schema.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const types = `/** Rows of the tables of schema \`${schema}\`. Written from the catalog. */
export interface ${name}Tables {\n${body.join('\n')}\n}\n`
  const json = schema !== 'kernel' && types.includes('JsonValue')
  const imports = [
    json ? `import type { JsonValue } from '@gongqiao/kernel/tables.ts'\n` : '',
    types.includes('Generated<') ? `import type { Generated } from 'kysely'\n` : '',
  ].join('')
  return `${imports}${imports && '\n'}${types}${schema === 'kernel' ? `\n${jsonValue}` : ''}`
}

const jsonValue = `/** What a \`json\` column can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }
`

function typeOf({ schema, table, column, type, many, required, given }: Column): string {
  const base = typescriptTypes[type ?? '']
  if (base === undefined)
    throw new Error(`${schema}.${table}.${column} is ${type}: say in table-types.ts what that is here`)
  const whole = `${base}${many === 'true' ? '[]' : ''}${required === 'true' ? '' : ' | null'}`
  return given === 'true' ? `Generated<${whole}>` : whole
}
