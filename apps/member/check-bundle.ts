/**
 * Checks the built member app: scripts and styles that Chrome 87 and Safari 14 understand, start and end instead of left
 * and right, and a first screen that a slow network can carry. Build first; run with `node check-bundle.ts`.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { oldBrowserFaults, sidedFaults } from './css-faults.ts'

const here = import.meta.dirname
const dist = join(here, 'dist')
/** What each first screen may weigh: what it came to when it was last looked through, and a little more. */
const budgetBytes = { join: 146_000, home: 169_000 }
const oldest = 'chrome 87, safari 14'
/** Filled in by `src/polyfills.ts`, which the entry runs before anything else. */
const polyfilled = ['ObjectHasOwn']
/** Asked for before use: without it the decoder's memory is let go with its worker. */
const asked = ['FinalizationRegistry']

type BuiltFile = { file: string; name?: string; isEntry?: boolean; imports?: string[]; css?: string[] }

const faults: string[] = []
checkScripts()
checkStyles()
checkFirstCard()
for (const line of checkBytes()) console.log(line)
for (const fault of faults) console.error(`✗ ${fault}`)
console.log(faults.length === 0 ? `the bundle fits ${oldest}` : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1

function checkScripts(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('es-check')), 'cli', 'index.js')
  const options = [
    '--module',
    '--checkFeatures',
    `--browserslistQuery=${oldest}`,
    `--ignore=${[...polyfilled, ...asked].join(',')}`,
  ]
  const run = spawnSync(process.execPath, [cli, 'checkBrowser', 'assets/*.js', 'early.js', 'sw.js', ...options], {
    cwd: dist,
    encoding: 'utf8',
  })
  if (run.status !== 0) faults.push(`scripts: ${run.stdout}${run.stderr}`)
  const entry = Object.values(builtFiles()).find(({ isEntry }) => isEntry)
  const text =
    entry === undefined
      ? ''
      : withImports(entry.file)
          .map((file) => readFileSync(join(dist, file), 'utf8'))
          .join('')
  for (const name of ['hasOwn']) {
    if (!new RegExp(`defineProperty\\(Object,.${name}.`).test(text))
      faults.push(`no polyfill of Object.${name} in the entry`)
  }
}

function checkStyles(): void {
  const built = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'))
  if (built.length === 0) faults.push('no style sheet was built')
  for (const name of built) {
    for (const { what, where } of oldBrowserFaults(readFileSync(join(dist, 'assets', name), 'utf8'))) {
      faults.push(`${name}: ${what} in ${where.slice(0, 120)}`)
    }
  }
  const written = join(here, 'src', 'styles')
  for (const name of readdirSync(written)) {
    for (const { what, where } of sidedFaults(readFileSync(join(written, name), 'utf8'))) {
      faults.push(`${name}: ${what} in ${where.slice(0, 120)}`)
    }
  }
}

/** The card that is drawn before the app is there must not wait for the app. */
function checkFirstCard(): void {
  const alone = ['first-card', 'card', 'base', 'rolldown-runtime']
  for (const file of withImports(fileOf('first-card'))) {
    const { name = '' } = Object.values(builtFiles()).find((one) => one.file === file) ?? {}
    if (!alone.includes(name)) faults.push(`the first card waits for ${file}`)
  }
}

/** Bytes of everything a first screen needs, as the network carries them. */
function checkBytes(): string[] {
  const files = builtFiles()
  const entry = Object.values(files).find(({ isEntry }) => isEntry)?.file ?? ''
  const screens = {
    'join page': { budget: budgetBytes.join, roots: [entry] },
    'home, signed in, with the live card': {
      budget: budgetBytes.home,
      roots: [entry, fileOf('first-card'), fileOf('home')],
    },
  }
  const worker = readFileSync(join(dist, 'sw.js'))
  const behind = `behind the first screen, the service worker: ${gzipSync(worker, { level: 9 }).length} bytes gzip`
  const first = Object.entries(screens).map(([screen, { budget, roots }]) => {
    const needed = [
      ...new Set(['index.html', 'early.js', ...roots.flatMap((file) => withImports(file)), ...stylesOf(roots)]),
    ]
    const bytes = needed.map((file) => readFileSync(join(dist, file)))
    const gzip = bytes.reduce((sum, one) => sum + gzipSync(one, { level: 9 }).length, 0)
    const brotli = bytes.reduce((sum, one) => sum + brotliCompressSync(one).length, 0)
    if (gzip > budget) faults.push(`${screen}: ${gzip} bytes gzip, more than ${budget}`)
    return `${screen}: ${gzip} bytes gzip, ${brotli} brotli, ${needed.length} files`
  })
  return [...first, behind]
}

function fileOf(name: string): string {
  const built = Object.values(builtFiles()).find((one) => one.name === name)
  if (built === undefined) faults.push(`no built file called ${name}`)
  return built?.file ?? ''
}

function withImports(file: string, seen: string[] = []): string[] {
  if (file === '' || seen.includes(file)) return seen
  seen.push(file)
  const built = Object.values(builtFiles()).find((one) => one.file === file)
  for (const next of built?.imports ?? []) withImports(builtFiles()[next]?.file ?? '', seen)
  return seen
}

function stylesOf(roots: readonly string[]): string[] {
  const needed = roots.flatMap((file) => withImports(file))
  return Object.values(builtFiles()).flatMap(({ file, css }) => (needed.includes(file) ? (css ?? []) : []))
}

function builtFiles(): Record<string, BuiltFile> {
  return JSON.parse(readFileSync(join(dist, 'files.json'), 'utf8'))
}
