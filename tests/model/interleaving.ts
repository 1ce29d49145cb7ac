import pg from 'pg'
import type { Client, Pool } from '../../kernel/database/connect.ts'
import { openPool } from '../../kernel/database/connect.ts'
import { Together } from '../../kernel/database/together.ts'

/*
 * Commands of the product, each on a connection of its own, and a hand that lets one of them send one statement at a time.
 * Whoever waits for a lock of another one has yielded, whoever is chosen to crash loses their connection where it stands.
 */

/** Why a command stands still. */
type Standing = 'ready' | 'running' | 'done'

/** One command under way. */
export type Runner = {
  readonly name: string
  /** What it came to: an answer, a refusal, a lost connection. */
  readonly ended: Promise<unknown>
  /** Whether it has sent everything. */
  readonly isDone: () => boolean
  /** Whether a statement of it is at the server now. */
  readonly isRunning: () => boolean
  /** Lets it send its next statement, and comes back when that is answered or waits for somebody else's lock. */
  readonly step: () => Promise<'answered' | 'blocked' | 'done'>
  /** Ends its connection at the server, where it stands. */
  readonly crash: () => Promise<void>
}

/** Lets commands run statement by statement. Close it when all have ended. */
export type Interleaving = {
  readonly begin: (name: string, work: (pool: Pool) => Promise<unknown>) => Runner
  readonly close: () => Promise<void>
}

const lookEveryMs = 2

/** Opens connections for interleaved commands; `watcher` sees who waits for whom. */
export async function openInterleaving(appUrl: string, superuserUrl: string): Promise<Interleaving> {
  const watcher = new pg.Client({ connectionString: superuserUrl })
  watcher.on('error', () => undefined)
  await watcher.connect()
  const pools: Pool[] = []

  const isBlocked = async (pid: number) =>
    (await watcher.query('select cardinality(pg_blocking_pids($1)) > 0 as blocked', [pid])).rows[0]?.blocked === true

  function begin(name: string, work: (pool: Pool) => Promise<unknown>): Runner {
    const pool = openPool(appUrl, 1, `model ${name}`)
    pools.push(pool)
    let standing: Standing = 'running'
    let release: (() => void) | undefined
    let pid: number | undefined
    let changed = Promise.withResolvers<void>()
    const stand = (next: Standing) => {
      standing = next
      changed.resolve()
      changed = Promise.withResolvers<void>()
    }
    const gate = async () => {
      const go = Promise.withResolvers<void>()
      release = go.resolve
      stand('ready')
      await go.promise
      release = undefined
      stand('running')
    }
    const stepped = steppedPool(pool, gate, (found) => {
      pid = found
    })
    const ended = work(stepped)
      .catch((error: unknown) => error)
      .finally(() => stand('done'))

    async function settled(): Promise<'answered' | 'blocked' | 'done'> {
      for (;;) {
        if (standing === 'done') return 'done'
        if (standing === 'ready') return 'answered'
        if (pid !== undefined && (await isBlocked(pid))) return 'blocked'
        await Promise.race([changed.promise, new Promise((resolve) => setTimeout(resolve, lookEveryMs))])
      }
    }
    return {
      name,
      ended,
      isDone: () => standing === 'done',
      isRunning: () => standing === 'running',
      async step() {
        release?.()
        await Promise.resolve()
        return settled()
      },
      async crash() {
        if (pid !== undefined) await watcher.query('select pg_terminate_backend($1)', [pid])
        release?.()
      },
    }
  }

  return {
    begin,
    async close() {
      await Promise.all(pools.map((pool) => pool.end().catch(() => undefined)))
      await watcher.end()
    },
  }
}

/** A pool of one connection whose every round trip waits at a gate first. */
function steppedPool(pool: Pool, gate: () => Promise<void>, connected: (pid: number) => void): Pool {
  const connect = async () => {
    const client = await pool.connect()
    connected(pidOf(client))
    return {
      query(sent: unknown, ...rest: unknown[]) {
        if (sent instanceof Together) {
          void gate().then(() => client.query(asSubmittable(sent)))
          return undefined
        }
        return gate().then(() => Reflect.apply(client.query, client, [sent, ...rest]))
      },
      release: (error?: Error | boolean) => client.release(error),
    }
  }
  return asPool({ connect })
}

/** Safe because the driver keeps the number of its server process under this name. */
function pidOf(client: Client): number {
  return (client as unknown as { processID: number }).processID
}

/** Safe because the driver submits whatever has a `submit`. */
function asSubmittable(sent: Together): pg.Submittable {
  return sent as unknown as pg.Submittable
}

/** Safe because a transaction asks a pool for nothing but a client, and that for nothing but these two. */
function asPool(pool: object): Pool {
  return pool as Pool
}
