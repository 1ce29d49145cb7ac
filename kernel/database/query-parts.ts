/** One node, or part of a node, of PostgreSQL's own parse tree. */
export type Part = { readonly [key: string]: unknown }

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The body of a wrapped node such as `{ SelectStmt: {…} }`, when it is of that kind. */
export function bodyOf(node: unknown, kind: string): Part | undefined {
  const body = isPart(node) ? node[kind] : undefined
  return isPart(body) ? body : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The bodies of those nodes of a list that are of one kind. */
export function bodiesOf(nodes: unknown, kind: string): Part[] {
  return listOf(nodes).flatMap((node) => {
    const body = bodyOf(node, kind)
    return body ? [body] : []
  })
}

export function textOf(part: Part, key: string): string {
  const value = part[key]
  return typeof value === 'string' ? value : ''
}

/** The strings of a list of `String` nodes: the fields of a column, the parts of a name. */
export function wordsOf(value: unknown): string[] {
  return bodiesOf(value, 'String').map((word) => textOf(word, 'sval'))
}

/** The name of a called function without its schema. */
export function nameOf(call: Part): string {
  return wordsOf(call.funcname).at(-1) ?? ''
}

/**
 * Visits every part below a value with the key it stands under, outermost first; the value itself stands under ''.
 *
 * @param visit answers false to leave out what is below a part
 */
export function walk(value: unknown, visit: (kind: string, part: Part) => unknown, kind = ''): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit, kind)
  else if (isPart(value) && visit(kind, value) !== false)
    for (const [key, child] of Object.entries(value)) if (typeof child === 'object') walk(child, visit, key)
}
