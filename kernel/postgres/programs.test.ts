import { chmod, cp, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { completeLinks, installedPrograms, type Programs, program, runnablePrograms } from './programs.ts'
import { run } from './run.ts'
import { canEnter, runUser } from './run-user.ts'

const root = await mkdtemp(join(tmpdir(), 'programs-'))
await chmod(root, 0o755)
afterAll(() => rm(root, { recursive: true, force: true }))

const installed: Programs = { ...(await installedPrograms()), root: join(root, 'installed') }
await cp(join((await installedPrograms()).root, 'native'), join(installed.root, 'native'), {
  recursive: true,
  filter: async (path) => !(await lstat(path)).isSymbolicLink() && !path.endsWith('.a'),
})

/** As an install with scripts blocked leaves them: not one link. */
beforeEach(async () => {
  await chmod(installed.root, 0o755)
  for (const name of ['postgres', 'initdb'] as const) await chmod(program(installed, name), 0o755)
  for (const target of await linkTargets()) await rm(target, { force: true })
})

async function linkTargets(): Promise<string[]> {
  const list = await readFile(join(installed.root, 'native', 'pg-symlinks.json'), 'utf8')
  return JSON.parse(list).map(({ target }: { target: string }) => join(installed.root, target))
}

test('programs installed without their links run after a start has made the links, and stay where they are', async () => {
  const user = await runUser()
  expect((await run(program(installed, 'postgres'), ['--version'], user)).code).not.toBe(0)

  const programs = await runnablePrograms(installed, user, root, () => undefined)

  expect(programs).toBe(installed)
  expect((await run(program(programs, 'postgres'), ['--version'], user)).output).toContain('(PostgreSQL) 18.')
  for (const target of await linkTargets()) expect((await lstat(target)).isSymbolicLink()).toBe(true)
})

test('links are made once, however many starts make them at once', async () => {
  await Promise.all([completeLinks(installed.root), completeLinks(installed.root), completeLinks(installed.root)])
  await completeLinks(installed.root)

  expect((await run(program(installed, 'initdb'), ['--version'])).code).toBe(0)
})

test('programs in a folder their account cannot enter run from a copy, which the next start uses again', async () => {
  const user = await runUser()
  const home = await mkdtemp(join(root, 'home-'))
  await chmod(home, 0o711)
  await chmod(program(installed, 'initdb'), 0o700) // installed under a strict mask
  // For root the folder is closed to the other account; for anybody else the program itself may not be run.
  if (user === undefined) await chmod(program(installed, 'postgres'), 0o600)
  else await chmod(installed.root, 0o700)
  let copies = 0

  const first = await runnablePrograms(installed, user, home, () => copies++)
  const second = await runnablePrograms(installed, user, home, () => copies++)

  expect(first.root).not.toBe(installed.root)
  expect(second).toEqual(first)
  expect(copies).toBe(1)
  expect((await run(program(first, 'initdb'), ['--version'], user)).output).toContain('(PostgreSQL) 18.')
  expect(await readdir(home)).toEqual([`postgres-${installed.version}`])
})

test('programs that run nowhere are an error that says what they wrote', async () => {
  const nothing = { root: join(root, 'nothing'), version: '18.0' }

  await expect(runnablePrograms(nothing, undefined, root, () => undefined)).rejects.toThrow()
})

test('an account is asked for root alone, made where it is missing, and cannot enter what root keeps closed', async () => {
  const name = `account-${process.pid}`
  const asRoot = process.getuid?.() === 0
  let created = 0
  const closed = await mkdtemp(join(root, 'closed-'))

  try {
    const user = await runUser(name, () => created++)

    expect(user === undefined).toBe(!asRoot)
    expect(created).toBe(asRoot ? 1 : 0)
    expect(user?.uid).not.toBe(0)
    expect(await runUser(name, () => created++)).toEqual(user)
    expect(created).toBe(asRoot ? 1 : 0)
    expect(await canEnter(closed, user)).toBe(!asRoot)
    expect(await canEnter(root, user)).toBe(true)
  } finally {
    if (asRoot) await run('userdel', [name])
  }
})
