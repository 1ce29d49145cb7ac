import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startEmbedded } from '../kernel/postgres/embedded.ts'

const dataDir = new URL('../.cache/test-database', import.meta.url).pathname

/** A server for tests: the one at TEST_DATABASE_URL, else one of the checkout's own that its users share. */
async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, stop: async () => {} }
  const server = await startEmbedded({ dataDir, onProgress: () => {}, log: () => {} })
  return { url: server.superuserUrl, stop: () => server.stop() }
}

export interface ThrowawayDatabase {
  readonly client: pg.Client
  /** The address of the database, as a superuser. */
  readonly url: string
  /** Closes the client and takes the database away. */
  drop(): Promise<void>
}

/** Opens a new empty database on the server for tests, on which the roles of the product are known. */
export async function openThrowawayDatabase(): Promise<ThrowawayDatabase> {
  const server = await openServer()
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  for (const role of ['gongqiao_owner', 'gongqiao_app', 'gongqiao_job'])
    await admin.query(
      `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    )
  const name = `throwaway_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()

  const drop = async () => {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await server.stop()
  }
  return { client, url: url.href, drop }
}
