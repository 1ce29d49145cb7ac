import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One `import`, `export … from` or `import()`. */
export interface Import {
  /** As written. */
  readonly specifier: string
  /** The file of this repository it means, else undefined: a package or a builtin. */
  readonly file: string | undefined
  /** True when nothing of it is left once types are stripped. */
  readonly typeOnly: boolean
  readonly line: number
}

const workspaces: Readonly<Record<string, string>> = {
  '@gongqiao/codes': 'packages/codes',
  '@gongqiao/calendar': 'packages/calendar',
  '@gongqiao/kernel': 'kernel',
  '@gongqiao/modules': 'modules',
  '@gongqiao/ui': 'ui',
  '@gongqiao/server': 'apps/server',
  '@gongqiao/console': 'apps/console',
  '@gongqiao/member': 'apps/member',
}

/**
 * The imports of one TypeScript or JavaScript file.
 *
 * @param path from the root of the repository
 * @throws Error when the file does not parse
 */
export function readImports(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path} does not parse: ${error.message}`)

  const imports: Import[] = []
  const add = (specifier: string, start: number, typeOnly: boolean) =>
    imports.push({ specifier, file: resolve(path, specifier), typeOnly, line: text.slice(0, start).split('\n').length })
  for (const { moduleRequest, entries, start } of module.staticImports)
    add(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType))
  for (const { entries, start } of module.staticExports) {
    const passed = entries.filter((entry) => entry.moduleRequest)
    for (const specifier of new Set(passed.map((entry) => entry.moduleRequest?.value ?? ''))) {
      const from = passed.filter((entry) => entry.moduleRequest?.value === specifier)
      add(
        specifier,
        start,
        from.every((entry) => entry.isType),
      )
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[2] !== undefined) add(literal[2], start, false)
  }
  return imports
}

function resolve(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
  const [, name = '', rest = ''] = /^(@gongqiao\/[^/]+)\/?(.*)$/.exec(specifier) ?? []
  const folder = workspaces[name]
  return folder && `${folder}/${rest || 'index.ts'}`
}
