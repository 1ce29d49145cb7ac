import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@gongqiao/kernel/postgres/state.ts'
import { type Figure, figureOf } from './figures.ts'
import { isHealthy } from './health.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const pauseMs = 20
const longestMs = 120_000

/**
 * Seconds from the command to a healthy service: on an empty data folder, and again on the one it left.
 *
 * @param rounds how many fresh installations
 */
export async function measureStart(rounds: number, onProgress: (words: string) => void): Promise<[Figure, Figure]> {
  const [first, again]: [number[], number[]] = [[], []]
  for (let round = 1; round <= rounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'gongqiao-bench-start-'))
    try {
      first.push(await secondsToHealthy(folder))
      again.push(await secondsToHealthy(folder))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    onProgress(
      `start: round ${round}/${rounds}, first ${first.at(-1)?.toFixed(1)} s, again ${again.at(-1)?.toFixed(1)} s`,
    )
  }
  const measured = { unit: 's', better: 'less' } as const
  return [
    figureOf({ ...measured, name: 'start.first', rounds: first, bar: { atMost: 20 } }),
    figureOf({ ...measured, name: 'start.again', rounds: again, bar: { atMost: 4 } }),
  ]
}

async function secondsToHealthy(folder: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  // An environment of its own: no setting of whoever measures counts.
  const server = spawn(process.execPath, [main, 'serve'], {
    env: { PORT: String(port), GONGQIAO_DATA: folder, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    while (!(await isHealthy(`http://127.0.0.1:${port}`))) {
      if (server.exitCode !== null || performance.now() - started > longestMs)
        throw new Error('the service did not become healthy')
      await sleep(pauseMs)
    }
    return (performance.now() - started) / 1000
  } finally {
    await stop(server)
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}
