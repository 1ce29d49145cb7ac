import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from '@playwright/test'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** Debian's own browser, where it stands. */
const installedBrowser = '/usr/bin/chromium'

const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a graphics card: the browser's own software renderer.
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
]

/**
 * Starts a browser that draws Chinese and WebGL on any machine: Debian's chromium where it is installed, else the one
 * that came with the packages.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const own = await browserOptions()
  return chromium.launch({ ...own, ...options, args: [...(own.args ?? []), ...(options.args ?? [])] })
}

/** The same browser as launch options, for a test runner that launches by itself. */
export async function browserOptions(): Promise<LaunchOptions> {
  const executablePath = existsSync(installedBrowser) ? installedBrowser : await unpackedBrowser()
  const fonts = await writeFontSettings()
  return { executablePath, args: flags, env: { ...environment(), ...fonts, ...(await librariesFor(executablePath)) } }
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return Object.fromEntries(entries) as Record<string, string>
}

/** The package unpacks to the temp folder and re-uses what lies there; a folder per version keeps an old one out. */
async function unpackedBrowser(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'))
  const home = join(tmpdir(), `gongqiao-chromium-${version}`)
  const executable = join(home, 'chromium')
  if (existsSync(executable)) return executable

  const fresh = await mkdtemp(`${home}-`)
  const unpack = `const { default: chromium, inflate } = await import(${JSON.stringify(entry)})
    await chromium.executablePath()
    await inflate(${JSON.stringify(join(dirname(entry), '..', 'bin', 'al2023.tar.br'))})`
  await run(process.execPath, ['--input-type=module', '--eval', unpack], { env: { ...process.env, TMPDIR: fresh } })
  // Whoever renames first wins; a folder that is already there is as good as ours.
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }))
  return executable
}

/** A slim machine lacks the network security libraries; the package brings them, to be used only then. */
async function librariesFor(executable: string): Promise<Record<string, string>> {
  if (executable === installedBrowser) return {}
  const { stdout } = await run('ldd', [executable]).catch(() => ({ stdout: 'not found' }))
  return stdout.includes('not found') ? { LD_LIBRARY_PATH: join(dirname(executable), 'al2023', 'lib') } : {}
}

/** One font on every machine, so that a screenshot does not depend on what is installed. */
async function writeFontSettings(): Promise<Record<string, string>> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold']
  const home = join(tmpdir(), `gongqiao-fonts-${process.getuid?.() ?? basename(tmpdir())}`)
  const file = join(home, 'fonts.conf')
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui', 'PingFang SC', 'Microsoft YaHei']
  await mkdir(home, { recursive: true })
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${weights.map((weight) => `  <dir>${join(fonts, weight)}</dir>`).join('\n')}
  <cachedir>${join(home, 'cache')}</cachedir>
${families.map((family) => `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`).join('\n')}
</fontconfig>
`,
  )
  return { FONTCONFIG_FILE: file, FONTCONFIG_PATH: home }
}
