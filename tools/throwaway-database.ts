import { randomBytes } from 'node:crypto'
import pg from 'pg'

const testServer = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/**
 * Opens a new empty database on the test server.
 *
 * @param serverUrl any database of a server on which its user may create databases and roles
 * @returns a connected client, and `drop`, which closes it and takes the database away
 */
export async function openThrowawayDatabase(
  serverUrl: string = testServer,
): Promise<{ client: pg.Client; drop: () => Promise<void> }> {
  const name = `throwaway_${randomBytes(6).toString('hex')}`
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  await server.query(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const drop = async () => {
    await client.end()
    await server.query(`drop database ${name} with (force)`)
    await server.end()
  }
  return { client, drop }
}
