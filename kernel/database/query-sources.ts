import type { Reader, Relation, Scope, ScopeFault } from './query-origin.ts'
import { type Column, type Equality, equalitiesOf, type Origin, originOf } from './query-origin.ts'
import { bodiesOf, bodyOf, isPart, listOf, nameOf, type Part, textOf, wordsOf } from './query-parts.ts'

/** A subquery beside its siblings' columns: it is read once they are bound. */
interface Lateral {
  readonly relation: Relation
  readonly query: unknown
  readonly names: readonly string[]
}

interface From {
  readonly scope: Scope
  readonly equalities: readonly Equality[]
  readonly lateral: readonly Lateral[]
  readonly faults: readonly ScopeFault[]
}

/** Opens a `from` clause: its relations under their aliases, and the equalities of its joins and of the condition. */
export function openFrom(
  sources: readonly unknown[],
  condition: unknown,
  targets: readonly Relation[],
  outer: Scope,
  read: Reader,
): From {
  const relations = [...targets]
  const equalities = equalitiesOf(condition, undefined)
  const lateral: Lateral[] = []
  const faults: ScopeFault[] = []
  const scope: Scope = { ...outer, relations, parent: outer }

  const open = (source: unknown): Relation[] => {
    const join = bodyOf(source, 'JoinExpr')
    if (join) return openJoin(join)
    const relation = openOne(source)
    if (relation) relations.push(relation)
    return relation ? [relation] : []
  }

  const openJoin = (join: Part): Relation[] => {
    const left = open(join.larg)
    const right = open(join.rarg)
    const receivers = { JOIN_LEFT: right, JOIN_RIGHT: left, JOIN_FULL: [] }[textOf(join, 'jointype')]
    equalities.push(...equalitiesOf(join.quals, receivers))
    const shared = join.isNatural ? ['cell_id'] : wordsOf(join.usingClause)
    for (const name of shared)
      for (const one of left)
        for (const other of right)
          equalities.push({ left: columnOf(one, name), right: columnOf(other, name), receivers })
    return [...left, ...right]
  }

  const openOne = (source: unknown): Relation | undefined => {
    const variable = bodyOf(source, 'RangeVar')
    if (variable) return openVariable(variable, outer)
    const subselect = bodyOf(source, 'RangeSubselect')
    if (subselect) return openSubselect(subselect)
    const called = bodyOf(source, 'RangeFunction')
    return called && openFunction(called, scope, read)
  }

  const openSubselect = (subselect: Part): Relation => {
    const alias = aliasOf(subselect)
    if (subselect.lateral) {
      const relation = { ...derived(alias.name, []), complete: false }
      lateral.push({ relation, query: subselect.subquery, names: alias.columns })
      return relation
    }
    const reading = read(subselect.subquery, outer)
    faults.push(...reading.faults)
    return derived(alias.name, renamed(reading.columns, alias.columns))
  }

  for (const source of sources) open(source)
  return { scope, equalities, lateral, faults }
}

function aliasOf(part: Part): { name: string; columns: string[] } {
  const alias = isPart(part.alias) ? part.alias : {}
  return { name: textOf(alias, 'aliasname'), columns: wordsOf(alias.colnames) }
}

function columnOf(relation: Relation, name: string): unknown {
  return { ColumnRef: { fields: [relation.alias, name].map((sval) => ({ String: { sval } })) } }
}

function renamed(columns: readonly Column[], names: readonly string[]): Column[] {
  return columns.map((column, index) => ({ name: names[index] ?? column.name, origin: column.origin }))
}

function derived(alias: string, columns: readonly Column[]): Relation {
  const bound = columns.flatMap(({ name, origin }) => (origin ? [[name, origin] as const] : []))
  const names = new Set(columns.map((column) => column.name))
  return { alias, table: undefined, columns: new Map(bound), names, complete: !names.has('*') }
}

/** The growing table or view a name stands for, if it is one; a common table expression hides a table of its name. */
export function growingName(variable: Part | undefined, scope: Scope): string | undefined {
  if (!variable) return undefined
  const name = textOf(variable, 'relname')
  const schema = textOf(variable, 'schemaname')
  if (schema) return scope.growing.has(`${schema}.${name}`) ? `${schema}.${name}` : undefined
  return scope.ctes.has(name) ? undefined : [...scope.growing].find((table) => table.endsWith(`.${name}`))
}

function openVariable(variable: Part, scope: Scope): Relation {
  const name = textOf(variable, 'relname')
  const alias = aliasOf(variable)
  const common = textOf(variable, 'schemaname') ? undefined : scope.ctes.get(name)
  if (common) return derived(alias.name || name, renamed(common, alias.columns))
  const table = growingName(variable, scope)
  return { alias: alias.name || name, table, columns: new Map(), names: new Set(), complete: false }
}

/** A function in `from`: each array of `unnest` gives one column, any other function gives columns of one origin. */
function openFunction(called: Part, scope: Scope, read: Reader): Relation {
  const alias = aliasOf(called)
  const parts = bodiesOf(called.functions, 'List').flatMap((list) => listOf(list.items))
  const calls = bodiesOf(parts, 'FuncCall')
  const name = alias.name || nameOf(calls[0] ?? {})
  const element = (value: unknown): Origin | undefined => (originOf(value, scope, read) ? 'computed' : undefined)

  const definitions = [...listOf(called.coldeflist), ...bodiesOf(parts, 'List').flatMap((list) => listOf(list.items))]
  const defined = bodiesOf(definitions, 'ColumnDef').map((column) => textOf(column, 'colname'))
  const names = defined.length > 0 ? defined : alias.columns

  const values = calls.flatMap((call) => listOf(call.args))
  if (calls.every((call) => nameOf(call) === 'unnest')) {
    const only = values.length === 1 ? name : ''
    return derived(
      name,
      values.map((value, index) => ({ name: names[index] ?? only, origin: element(value) })),
    )
  }
  const bound = values.length > 0 && values.every((value) => bodyOf(value, 'A_Const') || element(value))
  const columns = names.length > 0 ? names : [name]
  return derived(
    name,
    columns.map((column) => ({ name: column, origin: bound ? 'computed' : undefined })),
  )
}
