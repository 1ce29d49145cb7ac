import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openClient } from './connect.ts'

/** One migration: a plain SQL file, named by its time. */
export type Migration = { readonly name: string; readonly sql: string }

/** Reads the migrations of several folders as one list in the order of their names. */
export async function readMigrations(folders: readonly string[]): Promise<Migration[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
      return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })))
    }),
  )
  return lists.flat().sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Brings a database to the newest form, one transaction a migration, as the owner. A second process that starts at the
 * same time waits and then finds nothing to do.
 *
 * @returns the names that were applied
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<string[]> {
  const client = openClient(ownerUrl, 'gongqiao migrate')
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(720613)')
    await client.query(`create table if not exists public.migration (
      name text constraint migration_pkey primary key, applied_at timestamptz not null)`)
    await client.query(`comment on table public.migration is '@reference Which migrations this database has had.'`)
    const { rows } = await client.query<{ name: string }>('select name from public.migration')
    const had = new Set(rows.map((row) => row.name))
    const due = migrations.filter((migration) => !had.has(migration.name))
    for (const [index, migration] of due.entries()) {
      try {
        await client.query('begin')
        await client.query(migration.sql)
        await client.query('insert into public.migration (name, applied_at) values ($1, $2)', [
          migration.name,
          new Date(),
        ])
        await client.query('commit')
      } catch (cause) {
        throw new Error(`migration ${migration.name} failed; nothing of it was kept`, { cause })
      }
      onProgress(index + 1, due.length)
    }
    return due.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
