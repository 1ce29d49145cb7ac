import { randomBytes } from 'node:crypto'
import { appendFile, chown, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { type Programs, program } from './programs.ts'
import { publish } from './publish.ts'
import { type RunUser, run } from './run.ts'
import { SETTINGS_FILE } from './settings.ts'

const LEFTOVER_AGE_MS = 3_600_000

/**
 * Makes the database: UTF-8, the same order and letter cases on every machine, a password asked of everybody.
 *
 * It appears under its name when it is complete, so a start that is cut off leaves no half of one; of two starts at
 * once, one makes it and the other finds it.
 *
 * @returns whether it was this call that made it
 * @throws Error with what `initdb` wrote
 */
export async function createDatabase(
  programs: Programs,
  folder: DataFolder,
  dataDir: string,
  password: string,
): Promise<boolean> {
  const { home, pgdata, user } = folder
  await removeLeftovers(home)
  const draft = join(home, `postgres.${randomBytes(6).toString('hex')}`)
  const passwordFile = `${draft}.password`
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
    if (user !== undefined) {
      await chown(draft, user.uid, user.gid)
      await chown(passwordFile, user.uid, user.gid)
    }
    await initdb(programs, draft, passwordFile, user)
    await appendFile(join(draft, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`)
    return await publish(draft, pgdata, join(dataDir, 'postgres'))
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

async function initdb(programs: Programs, pgdata: string, passwordFile: string, user: RunUser): Promise<void> {
  const args = [
    `--pgdata=${pgdata}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    '--lc-messages=C',
    '--lc-monetary=C',
    '--lc-numeric=C',
    '--lc-time=C',
    '--no-instructions',
  ]
  const first = await run(program(programs, 'initdb'), [...args, '--lc-ctype=C.UTF-8'], user)
  if (first.code === 0) return
  if (!first.output.includes('locale')) throw new Error(`the database could not be made: ${first.output}`)
  // Some systems have no C.UTF-8 of their own; the built-in one above decides all the same.
  const second = await run(program(programs, 'initdb'), [...args, '--lc-ctype=C'], user)
  if (second.code !== 0) throw new Error(`the database could not be made: ${second.output}`)
}

/** Clears what starts that were cut off have left; a young draft may belong to a start at this moment. */
async function removeLeftovers(home: string): Promise<void> {
  const drafts = (await readdir(home)).filter((name) => /^postgres.*\.[0-9a-f]{12}(\.password)?$/.test(name))
  for (const path of drafts.map((name) => join(home, name))) {
    const changedAt = (await lstat(path).catch(() => undefined))?.mtimeMs ?? Date.now()
    if (Date.now() - changedAt > LEFTOVER_AGE_MS) await rm(path, { recursive: true, force: true })
  }
}

/** Gives the superuser a password while no server runs, for a data folder whose remembered password is lost. */
export async function resetPassword(programs: Programs, { pgdata, user }: DataFolder, password: string): Promise<void> {
  const command = `alter role postgres password '${password}'\n`
  const { code, output } = await run(
    program(programs, 'postgres'),
    ['--single', '-D', pgdata, 'postgres'],
    user,
    command,
  )
  if (code !== 0 || output.includes('ERROR')) throw new Error('the superuser’s password could not be set anew')
}
