import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../kernel/postgres/state.ts'

const main = join(import.meta.dirname, '..', 'apps', 'server', 'main.ts')
const smallest = ['--enterprises', '4', '--members', '60', '--newcomers', '1']

/** The product as `gongqiao serve` runs it: a process of its own, over a data folder of its own, with a small demonstration. */
export type Served = {
  readonly url: string
  /** Its data folder. */
  readonly data: string
  /** Starts it where it does not run. */
  start(): Promise<void>
  /** Ends the server in order and gives its exit code. */
  stop(): Promise<number | null>
  /** Ends the server at once. */
  kill(): Promise<void>
  /** Ends the database at once. */
  killDatabase(): Promise<void>
  /** Waits until the server has brought its database up again and says that it is well. */
  recovered(): Promise<void>
  /** Runs another command of the command line on the same data. */
  run(...args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }>
  /** What the server said since its last start. */
  said(): string
  remove(): Promise<void>
}

/** Prepares a served product; nothing runs until it is started. */
export async function makeServed(): Promise<Served> {
  const data = await mkdtemp(join(tmpdir(), 'gongqiao-served-'))
  await chmod(data, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  // No setting of whoever runs the tests counts.
  const env = { PORT: String(port), GONGQIAO_DATA: data, GONGQIAO_URL: url, PATH: process.env.PATH }
  let server: ChildProcess | undefined
  let said = ''

  function spawnMain(args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  }
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return null
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
    return server.exitCode
  }
  const isHealthy = async () => (await fetch(`${url}/api/health`).catch(() => undefined))?.ok ?? false
  const databasePid = async () =>
    Number((await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

  return {
    url,
    data,
    said: () => said,
    async start() {
      if (server && server.exitCode === null && server.signalCode === null) return
      said = ''
      const starting = spawnMain(['serve', ...smallest])
      server = starting
      for (const stream of [starting.stdout, starting.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
      while (!said.includes('is ready')) {
        if (starting.exitCode !== null) throw new Error(`the server ended before it was ready:\n${said}`)
        await sleep(20)
      }
    },
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL')
    },
    async killDatabase() {
      process.kill(await databasePid(), 'SIGKILL')
    },
    async recovered() {
      while (!said.includes('the database server is back')) await sleep(20)
      while (!(await isHealthy())) await sleep(50)
    },
    async run(...args) {
      const child = spawnMain(args)
      let words = ''
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (words += String(chunk)))
      await once(child, 'close')
      return { code: child.exitCode, said: words }
    },
    async remove() {
      await end('SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}
