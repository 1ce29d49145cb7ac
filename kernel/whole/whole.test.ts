import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { migrationFolders } from '../../apps/server/app.ts'
import { allInvariants } from '../../apps/server/invariants.ts'
import { openedColumns } from '../../apps/server/whole.ts'
import { openHouse } from '../../tests/house.ts'
import { openEmptyDatabase } from '../../tests/test-database.ts'
import { openPool } from '../database/connect.ts'
import { readMigrations } from '../database/migrate.ts'
import { localFileStore } from '../files/local-store.ts'
import { verify } from '../verify/verify.ts'
import { readWhole, type WholeTarget } from './read-whole.ts'
import { copyStore, storedFiles } from './stored-files.ts'
import { wholeTables } from './tables.ts'
import { type WholeSource, writeWhole } from './write-whole.ts'

const house = await openHouse()
const { services } = house
const place = await mkdtemp(join(tmpdir(), 'gongqiao-whole-'))
afterAll(() => rm(place, { recursive: true, force: true }))
const migrations = (await readMigrations(migrationFolders)).map(({ name }) => name)
const quiet = () => undefined
const going = new AbortController().signal

const source = (more: Partial<WholeSource> = {}): WholeSource => ({
  ownerUrl: house.ownerUrl,
  keyring: services.keyring,
  filesFolder: house.filesFolder,
  version: '0.0.0',
  opens: openedColumns,
  ...more,
})
let folders = 0
async function written(more: Partial<WholeSource> = {}) {
  const folder = join(place, `whole-${folders++}`)
  return { folder, manifest: await writeWhole(source(more), folder, house.now(), quiet, going) }
}
async function fresh() {
  const database = await openEmptyDatabase()
  const filesFolder = join(place, `files-${folders++}`)
  const target: WholeTarget = { ownerUrl: database.owner, keyring: services.keyring, filesFolder, migrations }
  return { database, target }
}
const linesOf = async (folder: string, file: string) =>
  gunzipSync(await readFile(join(folder, file)))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Every row of every table that goes along, as text. */
async function everything(ownerUrl: string): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.scope = '0|999999||~'`)
    const rows = new Map<string, string[]>()
    for (const { name } of await wholeTables(client)) {
      const found = await client.query(`select to_jsonb(t)::text as line from ${name} t`)
      rows.set(name, found.rows.map(({ line }) => line).sort())
    }
    return rows
  } finally {
    await client.end()
  }
}

/** A sealed file of the store, as an upload leaves it. */
async function stored(): Promise<{ readonly hash: Buffer; readonly path: string }> {
  const hash = randomBytes(32)
  await services.files.put(hash, Buffer.from('sealed'))
  const name = hash.toString('hex')
  return { hash, path: join(name.slice(0, 2), name) }
}

const applicants = [await house.applies(), await house.applies({ name: '䶮·买买提' })]
await house.settled()

test('what one installation wrote makes another that is equal row for row, and in which everything holds', async () => {
  const { folder } = await written()
  const { database, target } = await fresh()
  const pool = openPool(database.app, 2, 'test')
  try {
    await readWhole(target, folder, quiet, going)

    expect(await everything(database.owner)).toEqual(await everything(house.ownerUrl))
    const verdicts = await verify(pool, allInvariants, { onProgress: quiet, onBreach: quiet }, going)
    expect(verdicts.filter(({ breaches }) => breaches > 0)).toEqual([])
    expect(verdicts.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(10)
  } finally {
    await pool.end()
    await database.drop()
  }
})

test('the folder can be read without the program: numbers and phones in the clear, every table described', async () => {
  const { folder, manifest } = await written()
  const people = await linesOf(folder, 'open/people.person.ndjson.gz')
  const readme = await readFile(join(folder, 'README.md'), 'utf8')

  for (const { identityNumber, phone } of applicants)
    expect(people).toContainEqual(expect.objectContaining({ identity_number: identityNumber, phone }))
  for (const { name } of manifest.tables) expect(readme).toContain(`## ${name}`)
  const members = await linesOf(folder, 'data/membership.membership.ndjson.gz')
  expect(members).toContainEqual(expect.objectContaining({ name: '䶮·买买提' }))
})

test('sealed stays sealed when that is asked', async () => {
  const { folder } = await written({ opens: undefined })

  expect(await readdir(join(folder, 'open'))).toEqual([])
  for (const file of await readdir(join(folder, 'data'))) {
    const text = gunzipSync(await readFile(join(folder, 'data', file))).toString()
    for (const { identityNumber, phone } of applicants) {
      expect(text).not.toContain(identityNumber)
      expect(text).not.toContain(phone)
    }
  }
})

test('sessions, codes and kept answers stay behind', async () => {
  const { manifest } = await written()
  const names = manifest.tables.map(({ name }) => name)

  for (const table of ['people.session', 'people.phone_code', 'kernel.idempotency', 'signin.session'])
    expect(names).not.toContain(table)
  expect(names).toContain('kernel.audit')
})

test('a folder that was changed, cut short or not finished fills nothing', async () => {
  const { folder } = await written()
  const file = join(folder, 'data', 'membership.membership.ndjson.gz')
  const before = await readFile(file)
  const changed = gzipSync(gunzipSync(before).toString().replace('买', '卖'))
  const { database, target } = await fresh()
  try {
    for (const bytes of [changed, before.subarray(0, before.length - 20), gzipSync('')]) {
      await writeFile(file, bytes)
      await expect(readWhole(target, folder, quiet, going)).rejects.toThrow()
      expect([...(await everything(database.owner)).values()].flat()).toEqual([])
    }
    await writeFile(file, gzipSync('{"cell_id": "of a union"}\n'))
    await expect(readWhole(target, folder, quiet, going)).rejects.toThrow('does not take')
    await writeFile(file, before)
    await rm(join(folder, 'manifest.json'))
    await expect(readWhole(target, folder, quiet, going)).rejects.toThrow('no manifest.json')
  } finally {
    await database.drop()
  }
})

test('files of the store come along, all of them or none, and a filling that was cut off is done again', async () => {
  const { hash, path } = await stored()
  const onItsWay = join(house.filesFolder, `${path}.${randomUUID()}`)
  await writeFile(onItsWay, 'half')
  const { folder, manifest } = await written()
  const { database, target } = await fresh()
  try {
    await rm(join(folder, 'files', path))
    await expect(readWhole(target, folder, quiet, going)).rejects.toThrow('cut short')
    expect(await storedFiles(target.filesFolder)).toEqual([])
    expect([...(await everything(database.owner)).values()].flat()).toEqual([])

    await mkdir(join(folder, 'files', path, '..'), { recursive: true })
    await writeFile(join(folder, 'files', path), 'sealed')
    const left = join(target.filesFolder, path)
    await mkdir(join(left, '..'), { recursive: true })
    await writeFile(left, 'sea')
    await readWhole(target, folder, quiet, going)

    expect(await localFileStore(target.filesFolder).get(hash)).toEqual(Buffer.from('sealed'))
    expect(await storedFiles(target.filesFolder)).toHaveLength(manifest.files)
  } finally {
    await rm(onItsWay)
    await database.drop()
  }
})

test('what the store lets go of while it is copied does not end an export', async () => {
  const gone = await stored()
  const kept = await stored()
  const to = join(place, `copy-${folders++}`)
  const { signal } = new AbortController()
  // It is asked before each file, after all were listed.
  signal.throwIfAborted = () => rmSync(join(house.filesFolder, gone.path), { force: true })

  const copied = await copyStore(house.filesFolder, to, signal)

  expect(await readFile(join(to, kept.path), 'utf8')).toBe('sealed')
  expect(copied).toBe((await storedFiles(to)).length)
})

test('files of something else are not written over', async () => {
  const { folder } = await written()
  const { database, target } = await fresh()
  try {
    await localFileStore(target.filesFolder).put(randomBytes(32), Buffer.from('of somebody else'))

    await expect(readWhole(target, folder, quiet, going)).rejects.toThrow('there are files in')
    expect(await storedFiles(target.filesFolder)).toHaveLength(1)
  } finally {
    await database.drop()
  }
})

test('every reason why a folder does not fit is named at once', async () => {
  const { folder, manifest } = await written()
  const changed = {
    ...manifest,
    keyFingerprint: '0000000000000000',
    migrations: [...manifest.migrations, '299901010000_later.sql'],
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(changed))
  const target = { ownerUrl: house.ownerUrl, keyring: services.keyring, filesFolder: join(place, 'none'), migrations }

  const refused = readWhole(target, folder, quiet, going)

  await expect(refused).rejects.toThrow('another master key')
  await expect(refused).rejects.toThrow('a newer version')
  await expect(refused).rejects.toThrow('is not empty')
})

test('an export never writes over something', async () => {
  const folder = join(place, 'taken')
  await writeWhole(source(), folder, house.now(), quiet, going)
  await appendFile(join(folder, 'README.md'), 'mine')

  await expect(writeWhole(source(), folder, house.now(), quiet, going)).rejects.toThrow('is not empty')
})
