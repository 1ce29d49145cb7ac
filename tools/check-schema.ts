import { loadModule, parseSync } from 'libpg-query'
import { listOf, textOf, walk, wordsOf } from '../kernel/database/query-parts.ts'
import type { Fault } from './faults.ts'
import { policiesSql, schemaRules } from './schema-rules.ts'

/** A client of `pg`, as far as reading the catalog asks for one. */
export interface CatalogClient {
  query(text: string): Promise<{ rows: Record<string, string>[] }>
}

/**
 * Reads the catalog of a migrated database and tells where it would not hold for a network of cells, or would show
 * what is not to be shown. Tables whose comment says `@reference` or `@directory` do not grow; schemas of libraries
 * are left alone.
 */
export async function checkSchema(client: CatalogClient): Promise<Fault[]> {
  await loadModule()
  const faults: Fault[] = []
  for (const { rule, message, sql } of schemaRules) {
    const { rows } = await client.query(sql)
    for (const { place = '', detail } of rows)
      faults.push({ rule, place, message: detail ? `${message} (${detail})` : message })
  }
  const { rows } = await client.query(policiesSql)
  for (const { place = '', condition = '' } of rows) faults.push(...checkPolicy(place, condition))
  return faults
}

function checkPolicy(place: string, condition: string): Fault[] {
  const faults: Fault[] = []
  walk(parseSync(`select where ${condition}`), (kind, part) => {
    if (kind === 'SubLink')
      faults.push({
        rule: 'policy_subquery',
        place,
        message: "a policy tests the row's own columns, without a subquery",
      })
    if (kind === 'BoolExpr' && textOf(part, 'boolop') === 'OR_EXPR' && listOf(part.args).some(holdsRange))
      faults.push({ rule: 'policy_or', place, message: 'a policy has no or over ranges: no index serves it' })
  })
  return faults
}

function holdsRange(condition: unknown): boolean {
  let found = false
  walk(condition, (kind, part) => {
    const comparison = kind === 'A_Expr' && ['<', '<=', '>', '>='].includes(wordsOf(part.name).at(-1) ?? '')
    found ||= comparison || (kind === 'A_Expr' && textOf(part, 'kind').includes('BETWEEN'))
  })
  return found
}
