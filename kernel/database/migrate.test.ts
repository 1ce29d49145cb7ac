import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openThrowawayDatabase, type ThrowawayDatabase } from '../../tools/throwaway-database.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

let database: ThrowawayDatabase
beforeEach(async () => {
  database = await openThrowawayDatabase()
})
afterEach(() => database.drop())

const step = (name: string, sql: string): Migration => ({ name: `${name}.sql`, sql })
const room = step('202601010000_create_room', 'create table room (id integer primary key)')
const door = step('202601010001_create_door', 'create table door (id integer primary key); insert into door values (1)')
const applied = async () =>
  (await database.client.query<{ name: string }>('select name from public.migration order by name')).rows.map(
    (row) => row.name,
  )
const tables = async () =>
  (
    await database.client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    )
  ).rows.map((row) => row.name)

test('migrations are applied once, in the order of their names, with progress', async () => {
  const progress: string[] = []

  const first = await migrate(database.url, [room, door], (done, all) => progress.push(`${done}/${all}`))
  const again = await migrate(database.url, [room, door])

  expect(first).toEqual([room.name, door.name])
  expect(again).toEqual([])
  expect(progress).toEqual(['1/2', '2/2'])
  expect(await applied()).toEqual([room.name, door.name])
})

test('a failed migration keeps nothing of itself, names itself, and leaves those before it', async () => {
  const broken = step('202601010002_break', 'create table window_of_room (id integer); select * from no_such_table')

  await expect(migrate(database.url, [room, broken, door])).rejects.toThrow(
    'migration 202601010002_break.sql failed; nothing of it was kept',
  )

  expect(await tables()).toEqual(['migration', 'room'])
  expect(await applied()).toEqual([room.name])
  expect(await migrate(database.url, [room, { ...broken, sql: 'select 1' }, door])).toEqual([broken.name, door.name])
})

test('a migration and the note that it was applied are kept together or not at all', async () => {
  const namesake = step('202601010000_create_room', 'create table attic (id integer)')

  await expect(migrate(database.url, [room, namesake])).rejects.toThrow('nothing of it was kept')

  expect(await tables()).toEqual(['migration', 'room'])
})

test('of processes that start at the same time one migrates and the others wait, and then find nothing to do', async () => {
  const slow = step('202601010000_slow', 'create table room (id integer); select pg_sleep(0.2)')

  const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, [slow, door])))

  expect(results.map((names) => names.length).sort()).toEqual([0, 0, 2])
  expect(await applied()).toEqual([slow.name, door.name])
})

test('a process that fails lets the next one in', async () => {
  const broken = step('202601010000_break', 'select * from no_such_table')

  await expect(migrate(database.url, [broken])).rejects.toThrow()

  expect(await migrate(database.url, [room])).toEqual([room.name])
})

test('the migrations of all folders are one list in the order of their times', async () => {
  const folders = [await mkdtemp(join(tmpdir(), 'migrations-')), await mkdtemp(join(tmpdir(), 'migrations-'))]
  const [kernel = '', module = ''] = folders
  await writeFile(join(kernel, '202601010002_third.sql'), 'three')
  await writeFile(join(kernel, '202601010000_first.sql'), 'one')
  await writeFile(join(module, '202601010001_second.sql'), 'two')
  await writeFile(join(module, 'README.md'), 'no migration')

  const found = await readMigrations([kernel, module])

  expect(found).toEqual([
    { name: '202601010000_first.sql', sql: 'one' },
    { name: '202601010001_second.sql', sql: 'two' },
    { name: '202601010002_third.sql', sql: 'three' },
  ])
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
})
