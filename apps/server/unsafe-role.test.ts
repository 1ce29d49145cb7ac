import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@gongqiao/kernel/config.ts'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { plant, plantingFile } from '../../tests/planting.ts'
import { openTestDatabase } from '../../tests/test-database.ts'
import { composeApp } from './app.ts'
import { openLog } from './log.ts'

const database = await openTestDatabase(plant, plantingFile)
const dataFolder = await mkdtemp(join(tmpdir(), 'gongqiao-role-'))
const admin = new pg.Client({ connectionString: database.superuser })
await admin.connect()
const bypassing = `bypassing_${randomBytes(4).toString('hex')}`

afterAll(async () => {
  await admin.query(`drop owned by ${bypassing}`)
  await admin.query(`drop role ${bypassing}`)
  await admin.end()
  await database.drop()
  await rm(dataFolder, { recursive: true, force: true })
})

/** Starts the server with a request role; gives what it says. */
async function startAs(app: string): Promise<string> {
  const config = readConfig({ PORT: '0', GONGQIAO_DATA: dataFolder }, dataFolder)
  try {
    const started = await composeApp({
      config,
      urls: { owner: database.owner, app, job: database.job, stop: async () => undefined },
      suite: suiteNamed(config.suite),
      masterKey: Buffer.alloc(32, 7),
      log: openLog('silent'),
      now: () => new Date('2026-03-02T09:00:00+08:00'),
      onProgress: () => undefined,
      reference: async () => undefined,
    })
    await started.stop()
    return 'started'
  } catch (error) {
    return String(error)
  }
}

test('the server starts with a request role that row-level security binds', async () => {
  expect(await startAs(database.app)).toBe('started')
})

test('the server refuses to start when its request role is a superuser', async () => {
  expect(await startAs(database.superuser)).toMatch(
    /must not serve:\n.*is a superuser: row-level security would not bind it/,
  )
})

test('the server refuses to start when its request role bypasses row-level security', async () => {
  await admin.query(`create role ${bypassing} login bypassrls password 'a test' in role gongqiao_app`)
  const url = new URL(database.app)
  url.username = bypassing
  url.password = 'a test'

  expect(await startAs(url.href)).toMatch(new RegExp(`role ${bypassing} bypasses row-level security`))
})

test('the server refuses to start when its request role owns tables', async () => {
  expect(await startAs(database.owner)).toMatch(/role gongqiao_owner owns \d+ tables/)
})

test('the server refuses to start over a table with personal data whose row-level security is not forced', async () => {
  await admin.query('alter table people.person no force row level security')

  expect(await startAs(database.app)).toContain(
    'table people.person holds personal data without forced row-level security',
  )
  await admin.query('alter table people.person force row level security')
})
