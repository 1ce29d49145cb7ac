import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { suites } from '../crypto/suites.ts'
import { openServers, query, type ToldServer } from '../postgres/test-servers.ts'
import { BackupBroken, fromChunks, intoChunks } from './chunks.ts'
import { checkBackup, restoreBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

const servers = await openServers()
const masterKey = randomBytes(32)
const suite = suites[0]
if (!suite) throw new Error('there is a suite')
const quiet = new AbortController().signal
let from = ''
let server: ToldServer

beforeAll(async () => {
  from = await servers.freshFolder()
  server = await servers.start(from)
  await query(server.superuserUrl, 'create table paid (id integer primary key, note text not null)')
  await query(server.superuserUrl, `insert into paid select n, repeat('舒', 200) from generate_series(-5000, -1) n`)
}, 60_000)
afterAll(async () => {
  await servers.stopAll()
  await servers.removeAll()
})

const backupTo = (file: string, more: { plain?: boolean; stopped?: AbortSignal; onProgress?: () => void } = {}) =>
  writeBackup(
    {
      superuserUrl: server.superuserUrl,
      pgdata: join(from, 'postgres'),
      filesFolder: join(from, 'files'),
      suite,
      masterKey,
      fingerprint: 'abc',
      product: '0.1.0',
      postgres: '18',
    },
    { file, plain: false, at: new Date(), onProgress: () => undefined, stopped: quiet, ...more },
  )
const wish = (file: string, key = masterKey, fingerprint = 'abc') => ({
  ...{ file, masterKey: key, fingerprintOf: () => fingerprint, onProgress: () => undefined, stopped: quiet },
})
const restoreTo = (file: string, dataDir: string, postgres = '18') =>
  restoreBackup(wish(file), { dataDir, refuge: join(servers.root, 'refuge'), postgres })

test('a backup made while people work holds everything acknowledged before it ended, and every paper', async () => {
  const file = join(servers.root, 'busy.backup')
  const paper = randomBytes(300_000)
  const name = randomBytes(32).toString('hex')
  await mkdir(join(from, 'files', name.slice(0, 2)), { recursive: true })
  await writeFile(join(from, 'files', name.slice(0, 2), name), paper)
  const acknowledged: number[] = []
  const working = new AbortController()
  const work = (async () => {
    const client = new Client({ connectionString: server.superuserUrl })
    await client.connect()
    for (let id = 1; !working.signal.aborted; id++) {
      await client.query(`insert into paid values ($1, $2)`, [id, 'x'.repeat(2000)])
      acknowledged.push(id)
      if (id % 50 === 0)
        await client.query(`update paid set note = note || '!' where id between $1 and $2`, [id - 49, id])
    }
    await client.end()
  })()
  while (acknowledged.length < 100) await sleep(5)
  const told: number[] = []
  const before = acknowledged.length
  await backupTo(file, { onProgress: (...[bytes]: number[]) => told.push(bytes ?? 0) } as object)
  working.abort()
  await work

  const into = await servers.freshFolder()
  await restoreTo(file, into)
  const restored = await servers.start(into)
  const rows = await query(restored.superuserUrl, 'select id from paid where id > 0 order by id')
  const ids = rows.map(({ id }) => Number(id))
  expect(ids.length).toBeGreaterThanOrEqual(before)
  expect(ids).toEqual(ids.map((_, index) => index + 1))
  expect(
    await query(restored.superuserUrl, `select count(*)::int as n from paid where id < 0 and note = repeat('舒', 200)`),
  ).toEqual([{ n: 5000 }])
  expect(await readFile(join(into, 'files', name.slice(0, 2), name))).toEqual(paper)
  expect(await query(server.superuserUrl, 'select count(*)::int as n from pg_replication_slots')).toEqual([{ n: 0 }])
  expect(told.length).toBeGreaterThan(1)
}, 120_000)

test('a backup is whole or not there: one that is stopped or finds a file leaves nothing behind', async () => {
  const file = join(servers.root, 'stopped.backup')
  const stopping = new AbortController()
  await expect(backupTo(file, { stopped: stopping.signal, onProgress: () => stopping.abort() })).rejects.toThrow(
    'abort',
  )
  expect((await readdir(servers.root)).filter((name) => name.startsWith('stopped'))).toEqual([])

  await writeFile(file, 'mine')
  await expect(backupTo(file)).rejects.toThrow('is there already')
  expect(await readFile(file, 'utf8')).toBe('mine')
  expect(await query(server.superuserUrl, 'select count(*)::int as n from pg_replication_slots')).toEqual([{ n: 0 }])
})

test.each([false, true])(
  'a backup (left readable: %s) that was cut, changed, lengthened or is none is refused, and nothing is restored',
  async (plain) => {
    const whole = join(servers.root, `whole-${plain}.backup`)
    await backupTo(whole, { plain })
    const bytes = await readFile(whole)
    const changed = Buffer.from(bytes)
    changed[bytes.length - 2000] = (changed[bytes.length - 2000] ?? 0) ^ 1
    const head = Buffer.from(bytes)
    head.write('0', bytes.indexOf('"at":"2') + 9)
    const spoiled = {
      cut: bytes.subarray(0, -100),
      'without its end': bytes.subarray(0, bytes.length / 2),
      changed,
      longer: Buffer.concat([bytes, Buffer.from('more')]),
      'with another head': head,
      'something else': randomBytes(5000),
      empty: Buffer.alloc(0),
    }
    for (const [name, content] of Object.entries(spoiled)) {
      const file = join(servers.root, `spoiled-${plain}-${name}.backup`)
      await writeFile(file, content)
      const into = await servers.freshFolder()
      await expect(restoreTo(file, into), name).rejects.toThrow(BackupBroken)
      await expect(checkBackup(wish(file)), name).rejects.toThrow(BackupBroken)
      expect(await readdir(into), name).not.toContain('postgres')
    }
    expect(await checkBackup(wish(whole))).toMatchObject({ sealed: !plain, postgres: '18' })
  },
  120_000,
)

test('another master key, another major version and a folder with a database are told in words', async () => {
  const file = join(servers.root, 'refused.backup')
  await backupTo(file)
  await expect(checkBackup(wish(file, masterKey, 'another'))).rejects.toThrow('belongs to another master key')
  await expect(restoreTo(file, await servers.freshFolder(), '19')).rejects.toThrow('PostgreSQL 18')
  await expect(restoreTo(file, from)).rejects.toThrow('there is a database')
  await expect(checkBackup(wish(file, randomBytes(32)))).rejects.toThrow(BackupBroken)
})

test('a sealed backup is for its owner alone, and cannot be passed off as one that is left readable', async () => {
  const file = join(servers.root, 'sealed.backup')
  await backupTo(file)
  expect((await stat(file)).mode & 0o077).toBe(0)
  const text = (await readFile(file, 'latin1')).replace('"sealed":true,', '"sealed":false,')
  await writeFile(file, text, 'latin1')
  await expect(checkBackup(wish(file))).rejects.toThrow(BackupBroken)
})

test('whatever comes in whatever pieces goes through chunks unchanged, under every suite', async () => {
  const through = async (streams: NodeJS.ReadWriteStream[], pieces: Buffer[]) => {
    const [first, second] = streams
    if (!first || !second) throw new Error('two streams')
    const out: Buffer[] = []
    second.on('data', (piece: Buffer) => out.push(piece))
    const ended = new Promise((resolve, reject) => second.once('end', resolve).once('error', reject))
    first.pipe(second)
    for (const piece of pieces) first.write(piece)
    first.end()
    await ended
    return Buffer.concat(out)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...suites),
      fc.boolean(),
      fc.array(fc.integer({ min: 0, max: 1_500_000 }), { maxLength: 4 }),
      async (of, plain, sizes) => {
        const pieces = sizes.map((size) => randomBytes(size))
        const chunks = { suite: of, head: Buffer.from('head'), key: plain ? undefined : randomBytes(of.sealKeyBytes) }
        const back = await through([intoChunks(chunks), fromChunks(chunks)], pieces)
        return back.equals(Buffer.concat(pieces))
      },
    ),
    { numRuns: 12 },
  )
})
