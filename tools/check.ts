import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkBoundaries, readBoundaryRules } from './check-boundaries.ts'
import { checkDocs } from './check-docs.ts'
import { checkSchema } from './check-schema.ts'
import { checkStyle } from './check-style.ts'
import type { Fault } from './faults.ts'
import { findStale, writeArtefacts } from './generate.ts'
import { openMigratedDatabase } from './migrated-database.ts'
import { listFiles, readSources } from './source-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One check: gives what it found, as lines to print. */
type Check = () => Promise<string[]>

const lines = (faults: readonly Fault[]) => faults.map(({ place, message, rule }) => `${place}: ${message} [${rule}]`)

/** Runs a tool of the packages; whatever it prints is shown when it fails. */
function tool(name: string, ...args: string[]): Check {
  return () =>
    new Promise((resolve, reject) => {
      const child = spawn(join(root, 'node_modules/.bin', name), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      child.stdout.on('data', (chunk) => (output += String(chunk)))
      child.stderr.on('data', (chunk) => (output += String(chunk)))
      child.on('error', reject)
      child.on('close', (code) => resolve(code === 0 ? [] : [output.trim() || `${name} ended with ${code}`]))
    })
}

const typeProjects = ['tsconfig.json', 'tools/tsconfig.portable.json', 'ui', 'apps/console', 'apps/member']

async function checkDatabase(): Promise<string[]> {
  const database = await openMigratedDatabase(root)
  try {
    const faults = await checkSchema(database.client)
    return [...lines(faults), ...lines(findStale(root, await writeArtefacts(database.client, root)))]
  } finally {
    await database.drop()
  }
}

/** What stands there only once the screens were built. */
const builtMember = 'apps/member/dist/files.json'

const checks: readonly (readonly [string, Check])[] = [
  ['format and lint', tool('biome', 'check', '--error-on-warnings', '.')],
  ...typeProjects
    .filter((project) => existsSync(join(root, project)))
    .map((project) => [`types of ${project}`, tool('tsc', '--noEmit', '-p', project)] as const),
  ['boundaries', async () => lines(checkBoundaries(readSources(root, /\.tsx?$/), readBoundaryRules()))],
  ['style', async () => lines(checkStyle(readSources(root, /./)))],
  ['docs', async () => lines(checkDocs(readSources(root, /\.(md|tsx?|sql|json)$/), listFiles(root)))],
  ['unused code', tool('knip', '--no-progress')],
  ...(existsSync(join(root, builtMember))
    ? ([['the member app as built', tool('node', 'apps/member/check-bundle.ts')]] as const)
    : []),
  ['schema, and what is written from it and from the routes', checkDatabase],
]

const failed: string[] = []
for (const [name, check] of checks) {
  const start = performance.now()
  const found = await check().catch((error: unknown) => [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ])
  console.log(`${found.length === 0 ? '✓' : '✗'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  for (const line of found) console.log(line.replace(/^/gm, '  '))
  if (found.length > 0) failed.push(name)
}
console.log(failed.length === 0 ? `${checks.length} checks passed` : `failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
