import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrationFolders } from '../apps/server/app.ts'
import { migrate, readMigrations } from '../kernel/database/migrate.ts'
import { rolesScript } from '../kernel/database/roles.ts'
import { startEmbedded } from '../kernel/postgres/embedded.ts'

const dataDir = fileURLToPath(new URL('../.cache/test-database', import.meta.url))
const repository = fileURLToPath(new URL('..', import.meta.url))
/** Where the rules and parameters stand that every template is planted with. */
const plantedRules = [
  'kernel/matter/deadline-rules.ts',
  'modules/**/deadline-rules.ts',
  'modules/organization/statutory/*.ts',
  'modules/elections/parameter-*.ts',
]
const passwords = { owner: 'test-owner', app: 'test-app', job: 'test-job' }

/** A database of one test file's own: its addresses, and how it goes away again. */
export type TestDatabase = {
  readonly superuser: string
  readonly owner: string
  readonly app: string
  readonly job: string
  readonly drop: () => Promise<void>
}

/** The server for tests: the one at TEST_DATABASE_URL, else one of the checkout's own that its users share. */
async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, stop: async () => undefined }
  const server = await startEmbedded({ dataDir, onProgress: () => undefined, log: () => undefined })
  return { url: server.superuserUrl, stop: () => server.stop() }
}

function at(url: string, database: string, role?: keyof typeof passwords): string {
  const made = new URL(url)
  made.pathname = `/${database}`
  if (role) {
    made.username = `gongqiao_${role}`
    made.password = passwords[role]
  }
  return made.href
}

/** The template all test databases are cloned from: migrated, and planted by whoever made it first. */
async function ensureTemplate(
  admin: pg.Client,
  url: string,
  plant: (url: string) => Promise<void>,
  planting: string,
): Promise<string> {
  const migrations = await readMigrations(migrationFolders)
  const hash = createHash('sha256').update(planting)
  for (const { name, sql } of migrations) hash.update(name).update(sql)
  const name = `template_${hash.digest('hex').slice(0, 16)}`
  await admin.query('select pg_advisory_lock(720614)')
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const fresh = `making_${randomBytes(6).toString('hex')}`
      await admin.query(rolesScript(passwords, 'postgres').replaceAll(/^(grant|revoke).*$/gm, ''))
      await admin.query(`create database ${fresh} owner gongqiao_owner`)
      await migrate(at(url, fresh, 'owner'), migrations)
      await plant(at(url, fresh, 'app'))
      await admin.query(`alter database ${fresh} rename to ${name}`)
    }
  } finally {
    await admin.query('select pg_advisory_unlock(720614)')
  }
  return name
}

function rulesFiles(): string[] {
  const found = globSync(plantedRules, { cwd: repository, exclude: ['**/node_modules/**', '**/*.test.ts'] })
  return found.sort().map((file) => `${repository}${file}`)
}

/** Opens a database that has every table and no row. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  return openTestDatabase(async () => undefined, '', [])
}

/**
 * Opens a database of the caller's own, cloned from the template in a tenth of a second.
 *
 * @param planted what the template is made of; the rules too: a template made before one of them lacks its clock
 */
export async function openTestDatabase(
  plant: (appUrl: string) => Promise<void>,
  plantingFile: string,
  planted: readonly string[] = [plantingFile, ...rulesFiles()],
): Promise<TestDatabase> {
  const server = await openServer()
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  const planting = planted.map((file) => readFileSync(file, 'utf8')).join('\n')
  const template = await ensureTemplate(admin, server.url, plant, planting)
  const name = `house_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name} template ${template} owner gongqiao_owner`)
  // Its rows end with the file's tests: waiting for the disk at every commit would be most of their time.
  await admin.query(`alter database ${name} set synchronous_commit = off`)
  await admin.end()
  return {
    superuser: at(server.url, name),
    owner: at(server.url, name, 'owner'),
    app: at(server.url, name, 'app'),
    job: at(server.url, name, 'job'),
    async drop() {
      const last = new pg.Client({ connectionString: server.url })
      await last.connect()
      await last.query(`drop database if exists ${name} with (force)`)
      await last.end()
      await server.stop()
    },
  }
}
