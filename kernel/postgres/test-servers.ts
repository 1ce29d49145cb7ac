import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
import type { EmbeddedOptions } from './options.ts'

/** A server and what was told while it started. */
export type ToldServer = EmbeddedPostgres & { steps: string[]; lines: string[] }

/** The data folders and servers of one test file. */
export type Servers = {
  root: string
  freshFolder(mode?: number): Promise<string>
  start(dataDir: string, more?: Partial<EmbeddedOptions>): Promise<ToldServer>
  stopAll(): Promise<void>
  removeAll(): Promise<void>
}

/** Makes the folder that everything of one test file is in. */
export async function openServers(): Promise<Servers> {
  const root = await mkdtemp(join(tmpdir(), 'embedded-'))
  await chmod(root, 0o755)
  const running: EmbeddedPostgres[] = []

  return {
    root,

    async freshFolder(mode = 0o755) {
      const folder = await mkdtemp(join(root, 'data-'))
      await chmod(folder, mode)
      return folder
    },

    async start(dataDir, more = {}) {
      const steps: string[] = []
      const lines: string[] = []
      const server = await startEmbedded({
        dataDir,
        refuge: join(root, 'refuge'),
        onProgress: (step) => steps.push(step),
        log: (line) => lines.push(line),
        ...more,
      })
      running.push(server)
      return { ...server, steps, lines }
    },

    async stopAll() {
      await Promise.all(running.splice(0).map((server) => server.stop()))
    },

    async removeAll() {
      for (const name of await readdir(root)) {
        const pid = await serverPid(join(root, name)).catch(() => 0)
        if (pid > 0) process.kill(pid, 'SIGKILL')
      }
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** The rows of one statement, on a connection of its own. */
export async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The process that serves a data folder. */
export async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** A process that starts the server, and does nothing more. */
export async function startInAnotherProcess(dataDir: string) {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, onProgress() {}, log() {} })
    console.log('started')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
