import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..', '..')
const screens = ['apps/member/dist/index.html', 'apps/console/dist/index.html']
const sources = ['apps/member', 'apps/console', 'ui', 'modules', 'kernel/shared', 'packages']

/** Small, and still more people than are sorted by name at once. */
const size = ['--enterprises', '90', '--members', '6000']

/** What a demonstration shows instead of sending. */
export type Inbox = {
  readonly items: readonly { readonly to: string; readonly text: string }[]
  readonly officers: readonly { readonly login: string; readonly password: string; readonly code: string }[]
  readonly worker: { readonly phone: string }
  readonly listed: readonly { readonly name: string; readonly identityNumber: string; readonly phone: string }[]
  readonly joinLink: string
}

/** The real product in a process of its own, over a data folder of its own. */
export type Installation = {
  readonly url: string
  inbox(): Promise<Inbox>
  /** Sets its clock so many minutes ahead of ours; 0 puts it right again. */
  moveClock(minutesAhead: number): Promise<void>
  /** Runs one of its scheduled jobs now, by a clock so many minutes ahead. */
  runJob(name: string, minutesAhead?: number): Promise<void>
  /** Starts it again where it was. */
  start(): Promise<void>
  /** Ends it at once, its database too, as a power failure would. */
  kill(): Promise<void>
  /** Ends it in order and takes its data away. */
  remove(): Promise<void>
}

/** Opens an installation as `npm start` would, on a free port; builds the screens first when that is due. */
export async function openInstallation(): Promise<Installation> {
  buildScreens()
  const port = await freePort()
  const data = await mkdtemp(join(tmpdir(), 'gongqiao-stories-'))
  const url = `http://localhost:${port}`
  let server: ChildProcess | undefined

  const start = async () => {
    server = await startServer(url, port, data)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = server
    server = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    start,
    inbox: async () => asInbox(await (await fetch(`${url}/api/demonstration/inbox`)).json()),
    moveClock: async (minutesAhead) => {
      if (!server) throw new Error('the server does not run')
      const moved = once(server, 'message')
      server.send(minutesAhead * 60_000)
      await moved
    },
    runJob: async (name, minutesAhead = 0) => {
      const args = ['--import', clock, join(root, 'apps/server/main.ts'), 'run-job', name]
      await promisify(execFile)(process.execPath, args, {
        cwd: root,
        env: { ...process.env, PORT: String(port), GONGQIAO_DATA: data, STORY_MINUTES_AHEAD: String(minutesAhead) },
      })
    },
    kill: async () => {
      await end('SIGKILL')
      await killDatabase(data)
    },
    remove: async () => {
      await end('SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Builds the screens when they are missing, or older than what they are made of. */
function buildScreens(): void {
  const newest = Math.max(...sources.map((folder) => newestIn(join(root, folder))))
  const built = Math.min(
    ...screens.map((page) => (existsSync(join(root, page)) ? statSync(join(root, page)).mtimeMs : 0)),
  )
  if (built > newest) return
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the screens do not build:\n${stdout}${stderr}`)
}

function newestIn(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/[\\/](dist|node_modules)([\\/]|$)/.test(entry.parentPath))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}

const clock = join(import.meta.dirname, 'movable-clock.ts')

async function startServer(url: string, port: number, data: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['--import', clock, join(root, 'apps/server/main.ts'), 'serve', ...size], {
    cwd: root,
    env: { ...process.env, PORT: String(port), GONGQIAO_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
  while (!(await isHealthy(url))) {
    if (server.exitCode !== null) throw new Error(`the server ended before it was ready:\n${said}`)
    await pause(100)
  }
  return server
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => undefined)
  return answer?.ok ?? false
}

async function killDatabase(data: string): Promise<void> {
  for (const name of await readdir(data, { recursive: true })) {
    if (!name.endsWith('postmaster.pid')) continue
    const [pid = ''] = (await readFile(join(data, name), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Safe because the server checks the inbox against its contract before it answers. */
function asInbox(value: unknown): Inbox {
  return value as Inbox
}
