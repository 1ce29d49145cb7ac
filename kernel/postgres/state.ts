import { randomBytes, randomInt } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { secretFile } from '../crypto/secret-file.ts'

/** What one data folder's server is reached by, kept between starts. */
export type ServerState = { port: number; password: string }

/** Below the ports that systems give to outgoing connections, so that a remembered port is free again next time. */
const FIRST_PORT = 20_000
const LAST_PORT = 32_000

/** Reads the state of a data folder, or makes it: a free port, and a password of the superuser. */
export async function serverState(dataDir: string): Promise<ServerState> {
  const fresh = { port: await freePort(), password: randomBytes(24).toString('hex') }
  const text = await secretFile(stateFile(dataDir), () => JSON.stringify(fresh))
  const state: Partial<ServerState> = JSON.parse(text)
  if (!Number.isInteger(state.port) || typeof state.password !== 'string' || !/^[0-9a-f]{48}$/.test(state.password)) {
    throw new Error(`${stateFile(dataDir)} is damaged; it can be removed, and is then made anew`)
  }
  return { port: Number(state.port), password: state.password }
}

/** Remembers another port. */
export async function rememberPort(dataDir: string, state: ServerState): Promise<void> {
  const draft = `${stateFile(dataDir)}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, JSON.stringify(state), { mode: 0o600, flag: 'wx', flush: true })
  await rename(draft, stateFile(dataDir))
}

/** A port of 127.0.0.1 nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT)
    if (await isFree(port)) return port
  }
}

/** Whether 127.0.0.1 lets somebody listen on that port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}
