import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openServers, query, serverPid, startInAnotherProcess } from './test-servers.ts'

const servers = await openServers()
const { root, freshFolder, start } = servers
afterEach(servers.stopAll)
afterAll(servers.removeAll)

/** A data folder with a history, for what does not need an empty one. */
const usedFolder = await freshFolder()

/** Waits for what another process does in its own time. */
async function eventually<T>(look: () => Promise<T>): Promise<T> {
  const found = expect.poll(() => look().catch(() => undefined), { timeout: 15_000, interval: 50 })
  await found.not.toBeUndefined()
  return look()
}

test('several starts at once on an empty folder make one database and share one server', async () => {
  const dataDir = await freshFolder()

  const started = await Promise.all([start(dataDir), start(dataDir), start(dataDir)])

  expect(new Set(started.map((server) => server.superuserUrl)).size).toBe(1)
  expect(started.filter((server) => server.lines.some((line) => line.includes('was created')))).toHaveLength(1)
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-start.log', 'postgres.json'])
})

test('what a start that was cut off has left is cleared by a later one, what another is making now is not', async () => {
  const dataDir = await freshFolder()
  const old = join(dataDir, 'postgres.0123456789ab')
  const young = join(dataDir, 'postgres.ba9876543210')
  await mkdir(old)
  await mkdir(young)
  await utimes(old, 0, 0)

  await start(dataDir)

  await expect(stat(old)).rejects.toThrow('ENOENT')
  expect((await stat(young)).isDirectory()).toBe(true)
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
  await query(url, 'create table kept_by_crash as select generate_series(1, 1000) as number')
  program.kill('SIGKILL')
  process.kill(await serverPid(dataDir), 'SIGKILL')

  const server = await start(dataDir)

  expect(await query(server.superuserUrl, 'select count(*)::int from kept_by_crash')).toEqual([{ count: 1000 }])
})

test('kill -9 of the server alone: it is back on the same port with every committed row', async () => {
  const dataDir = usedFolder
  const server = await start(dataDir)
  await query(server.superuserUrl, 'create table kept_by_restart as select 42 as answer')
  const pid = await serverPid(dataDir)

  process.kill(pid, 'SIGKILL')

  expect(await eventually(() => query(server.superuserUrl, 'select answer from kept_by_restart'))).toEqual([
    { answer: 42 },
  ])
  expect(await serverPid(dataDir)).not.toBe(pid)
})

test('a postmaster.pid whose number another program has now stops neither a start nor that program', async () => {
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
    expect(other.signalCode).toBeNull()
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
  await query(second.superuserUrl, 'create table kept_by_password as select 42 as answer')
  await second.stop()
  await rm(join(dataDir, 'postgres.json'))
  const third = await start(dataDir)

  expect(third.superuserUrl).not.toBe(second.superuserUrl)
  expect(await query(third.superuserUrl, 'select answer from kept_by_password')).toEqual([{ answer: 42 }])
})

test('several starts at once on a data folder nobody else may enter share one server, and leave one home', async () => {
  const dataDir = await freshFolder(0o700)
  const refuge = join(root, 'refuge-of-several')

  const started = await Promise.all([start(dataDir, { refuge }), start(dataDir, { refuge })])

  expect(new Set(started.map((server) => server.superuserUrl)).size).toBe(1)
  expect(await readdir(refuge).catch(() => [])).toHaveLength(process.getuid?.() === 0 ? 1 : 0)
})
