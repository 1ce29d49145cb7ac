import { bodyOf, isPart, listOf, nameOf, type Part, textOf, walk, wordsOf } from './query-parts.ts'

/** Where a value comes from: one bound parameter itself, or only from bound parameters (an element of an array). */
export type Origin = 'parameter' | 'computed'

export interface Column {
  readonly name: string
  readonly origin: Origin | undefined
}

export interface ScopeFault {
  readonly rule: 'cell_unbound' | 'cell_changed' | 'skip_locked'
  readonly message: string
}

export interface Reading {
  readonly columns: readonly Column[]
  readonly faults: readonly ScopeFault[]
}

/** Something in a `from` clause, with the columns whose origin is known by now. */
export interface Relation {
  readonly alias: string
  /** The growing table or view it stands for, as `schema.name`. */
  readonly table: string | undefined
  readonly columns: Map<string, Origin>
  /** True when `columns` names everything it has. */
  readonly complete: boolean
  /** Names of a derived relation's columns, bound or not. */
  readonly names: ReadonlySet<string>
}

export interface Scope {
  readonly growing: ReadonlySet<string>
  readonly ctes: ReadonlyMap<string, readonly Column[]>
  readonly relations: readonly Relation[]
  readonly parent?: Scope
}

/** Two expressions a condition makes equal; an outer join binds only the side it may leave empty. */
export interface Equality {
  readonly left: unknown
  readonly right: unknown
  readonly receivers: readonly Relation[] | undefined
}

export type Reader = (query: unknown, scope: Scope) => Reading

/** The equalities among the conjuncts of a condition. */
export function equalitiesOf(condition: unknown, receivers: readonly Relation[] | undefined): Equality[] {
  const logic = bodyOf(condition, 'BoolExpr')
  if (logic && textOf(logic, 'boolop') === 'AND_EXPR')
    return listOf(logic.args).flatMap((part) => equalitiesOf(part, receivers))

  const comparison = bodyOf(condition, 'A_Expr')
  if (!comparison || wordsOf(comparison.name).at(-1) !== '=') return []
  const kind = textOf(comparison, 'kind')
  const left = comparison.lexpr
  const right = comparison.rexpr
  const leftRow = bodyOf(left, 'RowExpr')
  const rightRow = bodyOf(right, 'RowExpr')
  if (kind === 'AEXPR_OP' && leftRow && rightRow) {
    const others = listOf(rightRow.args)
    return listOf(leftRow.args).map((part, index) => ({ left: part, right: others[index], receivers }))
  }
  if (kind === 'AEXPR_OP') return [{ left, right, receivers }]
  const items = kind === 'AEXPR_IN' ? listOf(bodyOf(right, 'List')?.items) : []
  return items.length === 1 ? [{ left, right: items[0], receivers }] : []
}

/** Hands parameters along the equalities until nothing changes. */
export function settle(scope: Scope, equalities: readonly Equality[], read: Reader): void {
  const lend = (from: unknown, to: unknown, receivers: readonly Relation[] | undefined): boolean => {
    const reference = bodyOf(to, 'ColumnRef')
    const origin = reference && originOf(from, scope, read)
    if (!origin) return false
    let changed = false
    const { relations, column } = slotsOf(reference, scope)
    for (const relation of relations) {
      const before = relation.columns.get(column)
      if (before === origin || before === 'parameter' || (receivers && !receivers.includes(relation))) continue
      relation.columns.set(column, origin)
      changed = true
    }
    return changed
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { left, right, receivers } of equalities) {
      if (lend(left, right, receivers)) changed = true
      if (lend(right, left, receivers)) changed = true
    }
  }
}

function slotsOf(reference: Part, scope: Scope): { relations: readonly Relation[]; column: string } {
  const words = wordsOf(reference.fields)
  const column = words.at(-1) ?? ''
  const alias = words.at(-2)
  if (alias !== undefined) return { relations: scope.relations.filter((relation) => relation.alias === alias), column }
  const having = scope.relations.filter(({ table, names }) => (table ? column === 'cell_id' : names.has(column)))
  const [only] = scope.relations.length === 1 ? scope.relations : []
  return { relations: having.length === 0 && only && !only.complete ? [only] : having, column }
}

/** Where the value of an expression comes from, as far as the scope's conditions say. */
export function originOf(expression: unknown, scope: Scope, read: Reader): Origin | undefined {
  if (bodyOf(expression, 'ParamRef')) return 'parameter'
  const cast = bodyOf(expression, 'TypeCast')
  if (cast) return originOf(cast.arg, scope, read)
  const reference = bodyOf(expression, 'ColumnRef')
  if (reference) return originOfColumn(reference, scope)
  const subquery = bodyOf(expression, 'SubLink')
  if (subquery)
    return textOf(subquery, 'subLinkType') === 'EXPR_SUBLINK'
      ? read(subquery.subselect, scope).columns[0]?.origin
      : undefined
  return isPart(expression) ? originOfWhole(expression, scope) : undefined
}

function originOfColumn(reference: Part, scope: Scope): Origin | undefined {
  const { relations, column } = slotsOf(reference, scope)
  const origins = relations.map((relation) => relation.columns.get(column))
  if (origins.includes('parameter')) return 'parameter'
  if (origins.includes('computed')) return 'computed'
  const [first] = relations
  return first === undefined && scope.parent ? originOfColumn(reference, scope.parent) : undefined
}

/** A larger expression is computed when every leaf of it is bound and at least one is. */
function originOfWhole(expression: Part, scope: Scope): Origin | undefined {
  let bound = 0
  let free = 0
  walk(expression, (kind, part) => {
    if (kind === 'ParamRef') bound++
    if (kind === 'SubLink') free++
    if (kind === 'FuncCall' && nameOf(part) === 'current_setting') free++
    if (kind === 'ColumnRef') originOfColumn(part, scope) ? bound++ : free++
    return kind !== 'SubLink'
  })
  return bound > 0 && free === 0 ? 'computed' : undefined
}
