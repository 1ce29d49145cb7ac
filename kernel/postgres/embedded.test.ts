import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
import type { EmbeddedOptions } from './options.ts'

const root = await mkdtemp(join(tmpdir(), 'embedded-'))
await chmod(root, 0o755)
const running: EmbeddedPostgres[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})

afterAll(async () => {
  for (const name of await readdir(root)) {
    const pid = await serverPid(join(root, name)).catch(() => 0)
    if (pid > 0) process.kill(pid, 'SIGKILL')
  }
  await rm(root, { recursive: true, force: true })
})

/** A data folder of one test. */
async function freshFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(root, 'data-'))
  await chmod(folder, mode)
  return folder
}

/** A data folder with a history, for what does not need an empty one. */
const usedFolder = await freshFolder()

type Told = { steps: string[]; lines: string[] }

async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres & Told> {
  const told: Told = { steps: [], lines: [] }
  const options = { dataDir, refuge: join(root, 'refuge'), ...more }
  const server = await startEmbedded({
    ...options,
    onProgress: (step) => told.steps.push(step),
    log: (line) => told.lines.push(line),
  })
  running.push(server)
  return { ...server, ...told }
}

async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Waits for what another process does in its own time. */
async function eventually<T>(look: () => Promise<T>): Promise<T> {
  return expect
    .poll(() => look().catch(() => undefined), { timeout: 15_000, interval: 50 })
    .not.toBeUndefined()
    .then(look)
}

/** A process that starts the server, says so, and does nothing more. */
async function startInAnotherProcess(dataDir: string) {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, onProgress() {}, log() {} })
    console.log('started')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

test('a first start gives UTF-8 whatever the machine’s language, and Chinese can be searched in it', async () => {
  const server = await start(await freshFolder())

  const [row] = await query(
    server.superuserUrl,
    `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
       length('工会') as characters, '全国总工会' like '%总工_' as found, '工会' ~ '^\\w+$' as letters,
       lower('ÀΩЖ工会ABC') as lower, upper('straße') as upper
     from pg_database where datname = current_database()`,
  )

  expect(row).toEqual({
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    characters: 2,
    found: true,
    letters: true,
    lower: 'àωж工会abc',
    upper: 'STRAßE',
  })
  expect(server.steps).toEqual(['creating database', 'starting', 'ready'])
})

test('a server asks everybody for a password, keeps what it acknowledged, and listens on this machine only', async () => {
  const dataDir = usedFolder
  const server = await start(dataDir)
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'password_encryption', 'listen_addresses']
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.internal === false)

  const rows = await query(server.superuserUrl, 'select name, setting from pg_settings where name = any($1)', [
    settings,
  ])
  const fromFile = await query(
    server.superuserUrl,
    `select name from pg_settings where sourcefile like '%launcher.conf' and name in ('shared_buffers', 'max_wal_size')`,
  )

  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    listen_addresses: '127.0.0.1',
  })
  expect(fromFile).toHaveLength(2)
  await expect(query(server.url('postgres', 'guess'), 'select 1')).rejects.toThrow('password authentication failed')
  await expect(query(server.url('nobody', ''), 'select 1')).rejects.toThrow()
  if (outside !== undefined) {
    const elsewhere = server.superuserUrl.replace('127.0.0.1', outside.address)
    await expect(query(elsewhere, 'select 1')).rejects.toThrow('ECONNREFUSED')
  }
  expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
})

test('an address holds any role and password, and a Chinese database name', async () => {
  const server = await start(usedFolder)
  await query(server.superuserUrl, `create role "r@/:?" login password 'p@/:?#%'`)
  await query(server.superuserUrl, 'create database "d 工"')

  const [row] = await query(
    server.url('r@/:?', 'p@/:?#%', 'd 工'),
    'select current_user as role, current_database() as name',
  )

  expect(row).toEqual({ role: 'r@/:?', name: 'd 工' })
})

test('a second start joins the running server, and the last to stop ends it', async () => {
  const dataDir = usedFolder
  const first = await start(dataDir)
  const pid = await serverPid(dataDir)

  const second = await start(dataDir)
  expect(second.superuserUrl).toBe(first.superuserUrl)
  expect(second.steps).toEqual(['ready'])
  await first.stop()
  expect(await query(second.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await serverPid(dataDir)).toBe(pid)

  await second.stop()
  await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
})

test('a start after a stop has the same port, password and rows', async () => {
  const dataDir = usedFolder
  const first = await start(dataDir)
  await query(first.superuserUrl, 'create table kept_4 as select 42 as answer')
  await first.stop()

  const second = await start(dataDir)

  expect(second.superuserUrl).toBe(first.superuserUrl)
  expect(await query(second.superuserUrl, 'select answer from kept_4')).toEqual([{ answer: 42 }])
})

test('several starts at once on an empty folder make one database and share one server', async () => {
  const dataDir = await freshFolder()

  const servers = await Promise.all([start(dataDir), start(dataDir), start(dataDir)])

  expect(new Set(servers.map((server) => server.superuserUrl)).size).toBe(1)
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-start.log', 'postgres.json'])
})

test('a start while the last user stops waits, and has a server of its own', async () => {
  const dataDir = usedFolder
  const first = await start(dataDir)

  const [, second] = await Promise.all([first.stop(), start(dataDir)])

  expect(await query(second.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('kill -9 of the program leaves a server that the next start joins and can stop', async () => {
  const dataDir = usedFolder
  const program = await startInAnotherProcess(dataDir)
  const pid = await serverPid(dataDir)
  program.kill('SIGKILL')
  await once(program, 'exit')

  const server = await start(dataDir)
  expect(await serverPid(dataDir)).toBe(pid)

  await server.stop()
  await expect(serverPid(dataDir)).rejects.toThrow('ENOENT')
})

test('kill -9 of program and server loses no committed row', async () => {
  const dataDir = usedFolder
  const program = await startInAnotherProcess(dataDir)
  const { port, password } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await query(url, 'create table kept_7 as select generate_series(1, 1000) as number')
  program.kill('SIGKILL')
  process.kill(await serverPid(dataDir), 'SIGKILL')

  const server = await start(dataDir)

  expect(await query(server.superuserUrl, 'select count(*)::int from kept_7')).toEqual([{ count: 1000 }])
})

test('kill -9 of the server alone: it is back on the same port with every committed row', async () => {
  const dataDir = usedFolder
  const server = await start(dataDir)
  await query(server.superuserUrl, 'create table kept_8 as select 42 as answer')
  const pid = await serverPid(dataDir)

  process.kill(pid, 'SIGKILL')

  expect(await eventually(() => query(server.superuserUrl, 'select answer from kept_8'))).toEqual([{ answer: 42 }])
  expect(await serverPid(dataDir)).not.toBe(pid)
})

test('a postmaster.pid whose number another program has now does not stop a start', async () => {
  const dataDir = usedFolder
  const first = await start(dataDir)
  const path = join(dataDir, 'postgres', 'postmaster.pid')
  const text = await readFile(path, 'utf8')
  await first.stop()
  const owner = await stat(join(dataDir, 'postgres'))
  const other = spawn('sleep', ['60'], { cwd: '/', uid: owner.uid, gid: owner.gid })
  await writeFile(path, text.replace(/^\d+/, String(other.pid)))

  try {
    const second = await start(dataDir)
    expect(await query(second.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    other.kill()
  }
})

test('a lost password file is made anew, for a server left running and for a stopped one', async () => {
  const dataDir = usedFolder
  const program = await startInAnotherProcess(dataDir)
  program.kill('SIGKILL')
  await once(program, 'exit')

  await rm(join(dataDir, 'postgres.json'))
  const second = await start(dataDir)
  await query(second.superuserUrl, 'create table kept_10 as select 42 as answer')
  await second.stop()
  await rm(join(dataDir, 'postgres.json'))
  const third = await start(dataDir)

  expect(third.superuserUrl).not.toBe(second.superuserUrl)
  expect(await query(third.superuserUrl, 'select answer from kept_10')).toEqual([{ answer: 42 }])
})

test('a remembered port that another program has is replaced for good; an asked one is an error', async () => {
  const dataDir = usedFolder
  const first = await start(dataDir)
  await first.stop()
  const other = createServer().listen(first.port, '127.0.0.1')
  await once(other, 'listening')

  await expect(start(dataDir, { port: first.port })).rejects.toThrow(`port ${first.port} of 127.0.0.1 is in use`)
  const second = await start(dataDir)
  expect(second.port).not.toBe(first.port)
  await second.stop()
  other.close()

  expect((await start(dataDir)).port).toBe(second.port)
})

test('a data folder nobody else may enter works for every caller, root too', async () => {
  const home = await freshFolder(0o700)
  const dataDir = join(home, 'data')

  const first = await start(dataDir)
  await query(first.superuserUrl, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await start(dataDir)

  expect(await query(second.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
  const beside = (await realpath(join(dataDir, 'postgres'))).startsWith(await realpath(dataDir))
  expect(beside).toBe(process.getuid?.() !== 0)
  expect((await stat(home)).mode & 0o777).toBe(0o700)
})

test('a database of another major version, and a link to one that is gone, are refused and left alone', async () => {
  const other = await freshFolder()
  await mkdir(join(other, 'postgres'))
  await writeFile(join(other, 'postgres', 'PG_VERSION'), '15\n')
  const dangling = await freshFolder()
  await symlink(join(root, 'nowhere'), join(dangling, 'postgres'))

  await expect(start(other)).rejects.toThrow('was made by PostgreSQL 15')
  await expect(start(dangling)).rejects.toThrow('a link to a folder that is gone')

  expect(await readdir(join(other, 'postgres'))).toEqual(['PG_VERSION'])
})

test('the server’s log tells that a statement failed, and no value of it', async () => {
  const dataDir = usedFolder
  const server = await start(dataDir)
  await query(server.superuserUrl, 'create table person (phone text unique)')
  await query(server.superuserUrl, `insert into person values ('13800138000')`)

  await expect(query(server.superuserUrl, `insert into person values ('13800138000')`)).rejects.toThrow('duplicate key')
  await server.stop()

  const folder = join(dataDir, 'postgres', 'log')
  const logs = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  expect(logs.join()).toContain('duplicate key')
  expect(logs.join()).not.toContain('13800138000')
})
