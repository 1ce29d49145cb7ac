import { randomBytes } from 'node:crypto'
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Programs, program } from './programs.ts'
import { type RunUser, run } from './run.ts'
import { canEnter, runUser } from './run-user.ts'
import { SETTINGS_FILE } from './settings.ts'

/**
 * Where one server's files are and who runs it.
 *
 * `pgdata` is the real folder behind `<dataDir>/postgres`; `home` is the folder that holds it. `created` says whether
 * there is a database in it.
 */
export type DataFolder = { pgdata: string; home: string; user: RunUser; created: boolean }

/**
 * Finds the database of a data folder, or the place where it can be made.
 *
 * That is `<dataDir>/postgres`, run by the account that owns it. When root starts a new one and PostgreSQL's account
 * cannot enter the data folder, it is a folder of its own under `refuge`, and `<dataDir>/postgres` a link to it.
 *
 * @throws Error when a database is there that cannot be run: the link points nowhere, or it belongs to somebody else
 */
export async function findDataFolder(dataDir: string, refuge: string, onCreateUser: () => void): Promise<DataFolder> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'postgres')
  if (await lstat(path).catch(() => undefined)) return existing(path)

  const user = await runUser('postgres', onCreateUser)
  const home = (await canHold(dataDir, user)) ? await realpath(dataDir) : join(refuge, randomBytes(8).toString('hex'))
  return { pgdata: join(home, 'postgres'), home, user, created: false }
}

async function existing(path: string): Promise<DataFolder> {
  const pgdata = await realpath(path).catch((cause: unknown) => {
    throw new Error(`${path} is a link to a folder that is gone`, { cause })
  })
  const { uid, gid } = await lstat(pgdata)
  const me = process.getuid?.()
  if (me === undefined || me === uid) return { pgdata, home: dirname(pgdata), user: undefined, created: true }
  if (me !== 0) throw new Error(`${pgdata} belongs to another account (${uid}): start as that account, or as root`)
  const user = { uid, gid }
  if (!(await canEnter(pgdata, user))) throw new Error(`the account ${uid} owns ${pgdata} and cannot enter it`)
  return { pgdata, home: dirname(pgdata), user, created: true }
}

/** Some mounted folders can be entered and still not be given to another account. */
async function canHold(dataDir: string, user: RunUser): Promise<boolean> {
  if (user === undefined) return true
  const probe = join(dataDir, `postgres.${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(probe, { mode: 0o700 })
    await chown(probe, user.uid, user.gid)
    return await canEnter(probe, user)
  } catch {
    return false
  } finally {
    await rm(probe, { recursive: true, force: true })
  }
}

/** Makes the folder that will hold the database, for its account to pass through and nobody to list. */
export async function prepareHome({ home, user }: DataFolder, refuge: string): Promise<void> {
  if (dirname(home) !== refuge) return
  await mkdir(home, { recursive: true })
  if (user !== undefined) await Promise.all([chmod(refuge, 0o711), chmod(home, 0o711)])
}

/**
 * Makes the database: UTF-8, the same order and letter cases on every machine, a password asked of everybody.
 *
 * It appears under its name when it is complete, so a start that is cut off leaves no half of one; of two starts at
 * once, one makes it and the other finds it.
 *
 * @throws Error with what `initdb` wrote
 */
export async function createDatabase(
  programs: Programs,
  folder: DataFolder,
  dataDir: string,
  password: string,
): Promise<void> {
  const { home, pgdata, user } = folder
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
    await publish(draft, pgdata, join(dataDir, 'postgres'))
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

/** Gives the finished folder its name, unless another start was first. */
async function publish(draft: string, pgdata: string, path: string): Promise<void> {
  try {
    await rename(draft, pgdata)
    if (pgdata !== join(await realpath(dirname(path)), 'postgres')) await symlink(pgdata, path)
  } catch (error) {
    if (!(await lstat(path).catch(() => undefined))) throw error
  }
}

/** Writes the settings, for the server's account to read; only while no server runs. */
export async function writeSettings({ pgdata, user }: DataFolder, text: string): Promise<void> {
  const path = join(pgdata, SETTINGS_FILE)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, text, { mode: 0o600 })
  if (user !== undefined) await chown(draft, user.uid, user.gid)
  await rename(draft, path)
}

/**
 * Refuses a database that another major version made.
 *
 * @throws Error that names both versions
 */
export async function requireSameMajor(programs: Programs, { pgdata }: DataFolder): Promise<void> {
  const made = (await readFile(join(pgdata, 'PG_VERSION'), 'utf8')).trim()
  const have = programs.version.split('.')[0]
  if (made !== have) throw new Error(`${pgdata} was made by PostgreSQL ${made}, and PostgreSQL ${have} is installed`)
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
