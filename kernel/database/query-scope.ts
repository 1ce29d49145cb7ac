import type { Column, Origin, Reading, ScopeFault } from './query-origin.ts'
import { originOf, type Relation, type Scope, settle } from './query-origin.ts'
import { bodiesOf, bodyOf, isPart, listOf, type Part, textOf, walk, wordsOf } from './query-parts.ts'
import { growingName, openFrom } from './query-sources.ts'

const nothing: Reading = { columns: [], faults: [] }

/** What a statement gives out, and where it reaches a growing table without a bound cell. */
export function readQuery(query: unknown, growing: ReadonlySet<string>): Reading {
  return read(query, { growing, ctes: new Map(), relations: [] })
}

function read(query: unknown, outer: Scope): Reading {
  const select = bodyOf(query, 'SelectStmt')
  if (select) return readSelect(select, outer)
  const insert = bodyOf(query, 'InsertStmt')
  if (insert) return readInsert(insert, outer)
  const update = bodyOf(query, 'UpdateStmt')
  if (update) return readChange(update, listOf(update.fromClause), outer)
  const removal = bodyOf(query, 'DeleteStmt')
  if (removal) return readChange(removal, listOf(removal.usingClause), outer)
  const truncate = bodyOf(query, 'TruncateStmt')
  if (truncate)
    return { columns: [], faults: targetFaults(listOf(truncate.relations), outer, 'is emptied in every cell') }
  const copy = bodyOf(query, 'CopyStmt')
  if (copy && isPart(copy.relation))
    return { columns: [], faults: targetFaults([{ RangeVar: copy.relation }], outer, 'is copied whole') }

  // explain, declare cursor, create table as, copy (query): the statement inside is what counts
  const inner = isPart(query) ? Object.values(query).find(isPart)?.query : undefined
  return inner ? read(inner, outer) : nothing
}

function targetFaults(targets: readonly unknown[], scope: Scope, what: string): ScopeFault[] {
  return targets.flatMap((target) => {
    const table = growingName(bodyOf(target, 'RangeVar'), scope)
    return table ? [{ rule: 'cell_unbound' as const, message: `${table} ${what}` }] : []
  })
}

function withCommonTables(statement: Part, outer: Scope): { scope: Scope; faults: ScopeFault[] } {
  const clause = statement.withClause
  if (!isPart(clause)) return { scope: outer, faults: [] }
  const ctes = new Map(outer.ctes)
  const scope = { ...outer, ctes }
  const faults: ScopeFault[] = []
  for (const cte of bodiesOf(clause.ctes, 'CommonTableExpr')) {
    const name = textOf(cte, 'ctename')
    const renamed = (reading: Reading) => rename(reading.columns, wordsOf(cte.aliascolnames))
    if (clause.recursive) ctes.set(name, renamed(startOf(cte.ctequery, scope)))
    let reading = read(cte.ctequery, scope)
    // A recursive term may weaken what the first term promised; twice more is enough to see it.
    for (let round = 0; clause.recursive && round < 2; round++) {
      ctes.set(name, renamed(reading))
      reading = read(cte.ctequery, scope)
    }
    ctes.set(name, renamed(reading))
    faults.push(...reading.faults)
  }
  return { scope, faults }
}

function startOf(query: unknown, scope: Scope): Reading {
  const first = bodyOf(query, 'SelectStmt')?.larg
  return isPart(first) ? readSelect(first, scope) : nothing
}

function rename(columns: readonly Column[], names: readonly string[]): Column[] {
  return columns.map((column, index) => ({ name: names[index] ?? column.name, origin: column.origin }))
}

function readSelect(select: Part, outer: Scope): Reading {
  const { scope, faults } = withCommonTables(select, outer)
  if (isPart(select.larg) && isPart(select.rarg)) {
    const left = readSelect(select.larg, scope)
    const right = readSelect(select.rarg, scope)
    const columns = left.columns.map(({ name, origin }, index) => ({
      name,
      origin: weaker(origin, right.columns[index]?.origin),
    }))
    return { columns, faults: [...faults, ...left.faults, ...right.faults] }
  }
  if (select.valuesLists) {
    const rows = listOf(select.valuesLists)
    return { columns: columnsOfRows(rows, scope), faults: [...faults, ...subqueryFaults(rows, scope)] }
  }

  const block = openBlock(select, [], listOf(select.fromClause), scope)
  return {
    columns: columnsOf(listOf(select.targetList), block.scope),
    faults: [...faults, ...block.faults, ...skipFaults(select, block.scope)],
  }
}

function weaker(left: Origin | undefined, right: Origin | undefined): Origin | undefined {
  if (!left || !right) return undefined
  return left === 'parameter' ? right : left
}

/** What several rows give is 'computed' at best: no single parameter stands for all of them. */
function columnsOfRows(rows: readonly unknown[], scope: Scope): Column[] {
  const columns: Column[] = []
  for (const [rowIndex, row] of bodiesOf(rows, 'List').entries()) {
    for (const [index, value] of listOf(row.items).entries()) {
      const origin = originOf(value, scope, read)
      const merged = rowIndex === 0 ? origin : weaker(weaker(columns[index]?.origin, origin), 'computed')
      columns[index] = { name: `column${index + 1}`, origin: merged }
    }
  }
  return columns
}

function readInsert(insert: Part, outer: Scope): Reading {
  const { scope, faults } = withCommonTables(insert, outer)
  const source = insert.selectStmt ? read(insert.selectStmt, scope) : nothing
  const names = bodiesOf(insert.cols, 'ResTarget').map((column) => textOf(column, 'name'))
  const spread = source.columns.some((column) => column.name === '*')
  const columns = names.map((name, index): Column => {
    const found = spread ? source.columns.find((column) => column.name === name) : source.columns[index]
    return { name, origin: found?.origin }
  })

  const target = isPart(insert.relation) ? insert.relation : {}
  const table = growingName(target, { ...scope, ctes: new Map() })
  const cell = columns.find((column) => column.name === 'cell_id')
  const unbound: ScopeFault[] =
    table && !cell?.origin
      ? [{ rule: 'cell_unbound', message: `insert into ${table}: cell_id is no parameter, nor an element of one` }]
      : []
  const conflict = isPart(insert.onConflictClause) ? insert.onConflictClause : {}
  const inserted = relationOf(target, table, columns)
  const returned = returning(insert, { ...scope, relations: [inserted], parent: scope })
  return {
    columns: returned.columns,
    faults: [
      ...[...faults, ...source.faults, ...unbound],
      ...[...cellChange(conflict, table), ...subqueryFaults(conflict, scope), ...returned.faults],
    ],
  }
}

function readChange(change: Part, sources: readonly unknown[], outer: Scope): Reading {
  const { scope, faults } = withCommonTables(change, outer)
  const target = isPart(change.relation) ? change.relation : {}
  const table = growingName(target, { ...scope, ctes: new Map() })
  const block = openBlock(change, [relationOf(target, table, [])], sources, scope)
  const returned = returning(change, block.scope)
  return { columns: returned.columns, faults: [...faults, ...block.faults, ...cellChange(change, table)] }
}

function relationOf(variable: Part, table: string | undefined, columns: readonly Column[]): Relation {
  const alias = isPart(variable.alias) ? textOf(variable.alias, 'aliasname') : textOf(variable, 'relname')
  const known = columns.flatMap(({ name, origin }) => (origin ? [[name, origin] as const] : []))
  return { alias, table, columns: new Map(known), names: new Set(), complete: false }
}

function cellChange(change: Part, table: string | undefined): ScopeFault[] {
  const targets = bodiesOf(change.targetList, 'ResTarget').map((column) => textOf(column, 'name'))
  if (!table || !targets.includes('cell_id')) return []
  return [{ rule: 'cell_changed', message: `${table}.cell_id is never updated: end the row here and begin it there` }]
}

function returning(statement: Part, scope: Scope): Reading {
  const clause = statement.returningClause
  const targets = isPart(clause) ? listOf(clause.exprs) : listOf(statement.returningList)
  return { columns: columnsOf(targets, scope), faults: subqueryFaults(targets, scope) }
}

/** Opens the relations of one select, update or delete, settles what its conditions bind, and looks for gaps. */
function openBlock(
  statement: Part,
  targets: readonly Relation[],
  sources: readonly unknown[],
  outer: Scope,
): { scope: Scope; faults: ScopeFault[] } {
  const from = openFrom(sources, statement.whereClause, targets, outer, read)
  settle(from.scope, from.equalities, read)
  const faults: ScopeFault[] = [...from.faults]
  for (const { relation, query, names } of from.lateral) {
    const reading = read(query, from.scope)
    faults.push(...reading.faults)
    for (const { name, origin } of rename(reading.columns, names)) if (origin) relation.columns.set(name, origin)
  }
  if (from.lateral.length > 0) settle(from.scope, from.equalities, read)

  const { withClause: _, larg: __, rarg: ___, ...own } = statement
  faults.push(...subqueryFaults(own, from.scope))
  for (const relation of from.scope.relations)
    if (relation.table && relation.columns.get('cell_id') !== 'parameter')
      faults.push({ rule: 'cell_unbound', message: `${relation.table} as ${relation.alias} has no cell_id = $n` })
  return { scope: from.scope, faults }
}

function subqueryFaults(parts: unknown, scope: Scope): ScopeFault[] {
  const faults: ScopeFault[] = []
  walk(parts, (kind, part) => {
    if (kind === 'SubLink') {
      faults.push(...read(part.subselect, scope).faults, ...subqueryFaults(part.testexpr, scope))
      return false
    }
    return kind !== 'RangeSubselect'
  })
  return faults
}

function skipFaults(select: Part, scope: Scope): ScopeFault[] {
  const skips = bodiesOf(select.lockingClause, 'LockingClause').some(
    (clause) => textOf(clause, 'waitPolicy') === 'LockWaitSkip',
  )
  const bound = scope.relations.some((relation) => relation.columns.get('cell_id') === 'parameter')
  return skips && !bound ? [{ rule: 'skip_locked', message: 'a queue is read cell by cell: cell_id = $n' }] : []
}

function columnsOf(targets: readonly unknown[], scope: Scope): Column[] {
  return targets.flatMap((node): Column[] => {
    const target = bodyOf(node, 'ResTarget')
    const value = target?.val
    const reference = bodyOf(value, 'ColumnRef')
    const fields = listOf(reference?.fields)
    const words = wordsOf(fields)
    if (reference && bodyOf(fields.at(-1), 'A_Star')) return starColumns(words.at(-1), scope)
    const name = (target && textOf(target, 'name')) || words.at(-1) || ''
    return [{ name, origin: originOf(value, scope, read) }]
  })
}

function starColumns(alias: string | undefined, scope: Scope): Column[] {
  return scope.relations
    .filter((relation) => alias === undefined || relation.alias === alias)
    .flatMap((relation) => [
      ...[...relation.columns].map(([name, origin]) => ({ name, origin })),
      ...(relation.complete ? [] : [{ name: '*', origin: undefined }]),
    ])
}
