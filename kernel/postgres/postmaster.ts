import { spawn } from 'node:child_process'
import { open, readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DataFolder } from './data-folder.ts'
import { type Programs, program } from './programs.ts'
import { run, spawnOptions } from './run.ts'
import { fixedSettings } from './settings.ts'

const LOOK_EVERY_MS = 10

/** The server process of a data folder; `port` is undefined in its first moments. */
export type Postmaster = { pid: number; port: number | undefined }

/**
 * The server that runs on a data folder, or undefined when none does.
 *
 * A `postmaster.pid` whose process is gone is left to PostgreSQL, which checks it against shared memory. One whose
 * number now belongs to another program (usual after a container or a machine was started again) is removed, since
 * PostgreSQL would refuse to start.
 */
export async function findPostmaster({ pgdata }: DataFolder): Promise<Postmaster | undefined> {
  const path = join(pgdata, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map(Number)
  if (pid === undefined || !isAlive(pid)) return undefined
  if (await servesFolder(pid, pgdata)) return { pid, port: port || undefined }
  if (text === (await readFile(path, 'utf8').catch(() => ''))) await rm(path, { force: true })
  return undefined
}

/** Whether a process with that number exists. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A server stands in its data folder before it writes its number; a process that has ended and waits stands nowhere. */
async function servesFolder(pid: number, pgdata: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === pgdata
  if (process.platform === 'win32') return true
  return (await run('ps', ['-o', 'command=', '-p', String(pid)])).output.includes('postgres')
}

/** A server process started by us, and the promise of what it wrote last should it end. */
export type Started = { pid: number | undefined; ended: Promise<string>; hasEnded: () => boolean }

/**
 * Starts the server as a process of its own, which outlives the caller and hears nothing of a Ctrl-C meant for it.
 */
export async function startPostmaster(programs: Programs, folder: DataFolder, port: number): Promise<Started> {
  const startLog = join(folder.home, 'postgres-start.log')
  const output = await open(startLog, 'w', 0o600)
  try {
    const args = ['-D', folder.pgdata, ...fixedSettings(port)]
    const child = spawn(program(programs, 'postgres'), args, {
      ...spawnOptions(folder.user),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    })
    child.unref()
    let hasEnded = false
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(String(error)))
      child.once('exit', () => resolve(lastWords(startLog, folder)))
    }).finally(() => {
      hasEnded = true
    })
    return { pid: child.pid, ended, hasEnded: () => hasEnded }
  } finally {
    await output.close()
  }
}

async function lastWords(startLog: string, { pgdata }: DataFolder): Promise<string> {
  const folder = join(pgdata, 'log')
  const logs = (await readdir(folder).catch(() => [])).map((name) => join(folder, name))
  const changed = await Promise.all(logs.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })))
  const latest = changed.sort((a, b) => b.at - a.at)[0]?.path
  const texts = [startLog, latest].map((path) => (path === undefined ? '' : readFile(path, 'utf8').catch(() => '')))
  const lines = (await Promise.all(texts)).join('\n').split('\n')
  return lines
    .filter((line) => line !== '')
    .slice(-8)
    .join('\n')
}

/**
 * Stops the server of a data folder, and everybody's connection with it, in at most `seconds` + 15 seconds.
 *
 * First in order (everything written out); when that takes too long at once, which the next start makes good from the
 * log; last by ending the process. A server that another process starts meanwhile is left alone.
 */
export async function stopPostmaster(programs: Programs, folder: DataFolder, seconds: number): Promise<void> {
  const server = await findPostmaster(folder)
  if (server === undefined) return
  const steps = [
    { signal: 'SIGINT', mode: 'fast', seconds },
    { signal: 'SIGQUIT', mode: 'immediate', seconds: 10 },
    { signal: 'SIGKILL', mode: 'immediate', seconds: 5 },
  ] as const
  for (const step of steps) {
    if (process.platform === 'win32')
      await run(program(programs, 'pg_ctl'), ['stop', '-D', folder.pgdata, '-m', step.mode])
    else if (isAlive(server.pid)) process.kill(server.pid, step.signal)
    for (const until = Date.now() + step.seconds * 1000; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
      if ((await findPostmaster(folder))?.pid !== server.pid) return
    }
  }
}
