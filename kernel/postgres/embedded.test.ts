import { once } from 'node:events'
import { mkdir, readdir, readFile, realpath, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openServers, query, serverPid } from './test-servers.ts'

const servers = await openServers()
const { root, freshFolder, start } = servers
afterEach(servers.stopAll)
afterAll(servers.removeAll)

/** A data folder with a history, for what does not need an empty one. */
const usedFolder = await freshFolder()

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
  await query(first.superuserUrl, 'create table kept as select 42 as answer')
  await first.stop()

  const second = await start(dataDir)

  expect(second.superuserUrl).toBe(first.superuserUrl)
  expect(await query(second.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
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
