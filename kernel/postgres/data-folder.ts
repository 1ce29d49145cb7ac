import { randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Programs } from './programs.ts'
import type { RunUser } from './run.ts'
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
  const home = (await canHold(dataDir, user)) ? await realpath(dataDir) : await makeHome(refuge, user)
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

/** A new folder that PostgreSQL's account can pass through and nobody can list. */
async function makeHome(refuge: string, user: RunUser): Promise<string> {
  const created = await mkdir(refuge, { recursive: true })
  if (created !== undefined) await chmod(refuge, 0o711)
  const home = join(await realpath(refuge), randomBytes(8).toString('hex'))
  await mkdir(home)
  await chmod(home, 0o711)
  if (!(await canEnter(home, user)))
    throw new Error(`PostgreSQL's account can enter neither the data folder nor ${refuge}`)
  return home
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
