import type { Config } from '@gongqiao/kernel/config.ts'
import { deriveKey } from '@gongqiao/kernel/crypto/master-key.ts'
import type { CryptoSuite } from '@gongqiao/kernel/crypto/suite.ts'
import { openClient } from '@gongqiao/kernel/database/connect.ts'
import { type RolePasswords, rolesScript } from '@gongqiao/kernel/database/roles.ts'
import { startEmbedded } from '@gongqiao/kernel/postgres/embedded.ts'
import pg from 'pg'

/** Addresses of the installation's database for each role. */
export type DatabaseUrls = {
  readonly owner: string
  readonly app: string
  readonly job: string
  readonly stop: () => Promise<void>
}

const databaseName = 'gongqiao'

/** The database administrator has to run a script first; it is printed. */
export class RolesNeeded extends Error {
  readonly script: string
  constructor(script: string, cause: unknown) {
    super(
      'the database role may not create the three roles; run the script below as an administrator, then start again',
      { cause },
    )
    this.name = 'RolesNeeded'
    this.script = script
  }
}

/** Opens the database: the embedded server with everything made, or one's own with roles made where that is allowed. */
export async function openDatabase(
  config: Config,
  suite: CryptoSuite,
  masterKey: Buffer,
  onProgress: (step: string) => void,
  log: (line: string) => void,
): Promise<DatabaseUrls> {
  const passwordOf = (role: string) => deriveKey(suite, masterKey, `password of ${role}`, 24).toString('base64url')
  const passwords: RolePasswords = {
    owner: passwordOf('gongqiao_owner'),
    app: passwordOf('gongqiao_app'),
    job: passwordOf('gongqiao_job'),
  }
  if (config.database) return ownServer(config.database, passwords)
  const server = await startEmbedded({ dataDir: config.dataFolder, onProgress, log })
  await ensureDatabase(server.superuserUrl)
  const admin = new URL(server.superuserUrl)
  admin.pathname = `/${databaseName}`
  await runScript(admin.href, rolesScript(passwords, databaseName))
  return {
    owner: server.url('gongqiao_owner', passwords.owner, databaseName),
    app: server.url('gongqiao_app', passwords.app, databaseName),
    job: server.url('gongqiao_job', passwords.job, databaseName),
    stop: () => server.stop(),
  }
}

async function ownServer(database: NonNullable<Config['database']>, passwords: RolePasswords): Promise<DatabaseUrls> {
  const stop = async () => undefined
  if (database.appUrl !== undefined && database.jobUrl !== undefined) {
    return { owner: database.url, app: database.appUrl, job: database.jobUrl, stop }
  }
  const name = new URL(database.url).pathname.slice(1)
  const script = rolesScript(passwords, name)
  try {
    await runScript(database.url, script)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') throw new RolesNeeded(script, error)
    throw error
  }
  const as = (role: string, password: string) => {
    const url = new URL(database.url)
    url.username = role
    url.password = password
    return url.href
  }
  return {
    owner: as('gongqiao_owner', passwords.owner),
    app: as('gongqiao_app', passwords.app),
    job: as('gongqiao_job', passwords.job),
    stop,
  }
}

async function ensureDatabase(superuserUrl: string): Promise<void> {
  const client = openClient(superuserUrl, 'gongqiao setup')
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

async function runScript(url: string, script: string): Promise<void> {
  const client = openClient(url, 'gongqiao setup')
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(720612)')
    await client.query(script)
  } finally {
    await client.end()
  }
}
