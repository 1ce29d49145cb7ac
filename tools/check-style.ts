import { parseSync } from 'oxc-parser'
import type { Fault } from './faults.ts'

interface Pattern {
  readonly rule: string
  readonly message: string
  readonly pattern: RegExp
  /** Which files are searched. */
  readonly files: RegExp
  readonly except?: RegExp
}

const code = /\.(ts|tsx|js|mjs|cjs)$/

const patterns: readonly Pattern[] = [
  {
    rule: 'environment',
    message: 'settings are read once, in kernel/config.ts, and passed down',
    pattern:
      /\bprocess\s*(\??\.\s*env\b|\[\s*['"]env['"]\s*\])|\{[^}]*\benv\b[^}]*\}\s*(=\s*process\b|from\s*['"](node:)?process['"])/,
    files: code,
    except: /^kernel\/config(\.test)?\.ts$|^tools\/|^tests\/|\.config\.ts$|\.test\.tsx?$/,
  },
  {
    rule: 'skipped_test',
    message: 'a test runs or is taken out',
    pattern:
      /\b(it|test|describe|suite)\s*(\.\s*\w+\s*)*\.\s*(skip|only|todo|fixme|skipIf|runIf|fails)\b|\b(xit|xdescribe|fit|fdescribe)\s*\(/,
    files: /\.(test|story)\.tsx?$/,
  },
  {
    rule: 'unfinished',
    message: 'what is missing is said where work is planned, not left in the code',
    pattern: /\b(TODO|FIXME|HACK)\b/,
    files: /\.(ts|tsx|js|mjs|cjs|css|sql|html|md|json|ya?ml)$/,
  },
  {
    rule: 'machine',
    message: 'the project names no folder of a machine and no address of a registry',
    pattern: /\/work\/(main|shared|\.)|\/root\/|\/tmp\/(?=[\w.-])|\bregistry\.npmjs\b|\bverdaccio\b/,
    files: /^[^.].*\.(ts|tsx|js|mjs|cjs|css|sql|html|md|json|ya?ml|tsv)$/,
  },
  {
    rule: 'lockfile',
    message: 'the lockfile names no server: whoever installs chooses the registry',
    pattern: /"resolved":\s*"https?:/,
    files: /^package-lock\.json$/,
  },
]

const nameOfFile = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
const nameOfMigration = /^\d{12}_[a-z0-9]+(_[a-z0-9]+)+\.sql$/
const nameOfDocument = /^([A-Z]+|README\.[a-z]{2}-[A-Z]{2})(\.md)?$/
const nameOfBuild = /^Dockerfile$|^\$[a-z0-9-]+(\.[a-z]+)*\.tsx$/

/**
 * Tells what the formatter cannot: settings read in passing, tests switched off, words that do not belong here, and
 * files that are not named in kebab-case.
 *
 * @param sources the text of each file by its path from the root
 */
export function checkStyle(sources: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = []
  for (const [path, text] of sources) {
    faults.push(...checkName(path))
    // The page that lists the words, and its test, have to write them.
    if (/^tools\/check-style(\.test)?\.ts$/.test(path)) continue
    const bare = code.test(path) ? withoutComments(path, text) : text
    for (const { rule, message, pattern, files, except } of patterns) {
      if (!files.test(path) || except?.test(path)) continue
      const searched = rule === 'environment' || rule === 'skipped_test' ? bare : text
      for (const [index, line] of searched.split('\n').entries())
        if (pattern.test(line)) faults.push({ rule, place: `${path}:${index + 1}`, message })
    }
  }
  return faults
}

function checkName(path: string): Fault[] {
  const name = path.split('/').at(-1) ?? ''
  const fits = path.includes('/migrations/')
    ? nameOfMigration.test(name) || nameOfFile.test(name)
    : nameOfFile.test(name) || nameOfDocument.test(name) || nameOfBuild.test(name)
  const folders = path.split('/').slice(0, -1)
  if (fits && folders.every((folder) => nameOfFile.test(folder))) return []
  return [
    { rule: 'file_name', place: path, message: 'a file or folder is named in kebab-case, a migration by its time' },
  ]
}

/** Comments become spaces, so that lines keep their numbers. */
function withoutComments(path: string, text: string): string {
  let bare = text
  for (const { start, end } of parseSync(path, text).comments)
    bare = bare.slice(0, start) + bare.slice(start, end).replace(/[^\n]/g, ' ') + bare.slice(end)
  return bare
}
