import { Socket } from 'node:net'
import { Client, DatabaseError } from 'pg'

/**
 * The lock every user of a server shares by one open connection, and the last one takes alone to stop it. It lives in
 * the server and goes with the connection, so a process that is killed leaves nothing behind.
 */
const IN_USE = '(7165, 7165)'

/** One process's claim that a server is in use. */
export type Hold = {
  /** Called when the connection ends and `release` was not asked. */
  onLost(act: () => void): void
  /**
   * Gives the claim back.
   *
   * @returns whether nobody else uses the server; nobody then can, until it was stopped
   */
  release(): Promise<boolean>
  end(): Promise<void>
}

/** Why there is no hold: `later` may pass by itself, `password` will not. */
export type HoldAnswer = Hold | 'later' | 'recovering' | 'password'

/** Tries once to claim a server. @throws nothing a server or network can cause */
export async function tryHold(port: number, password: string): Promise<HoldAnswer> {
  const socket = new Socket()
  const client = new Client({
    stream: () => socket,
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'launcher',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  let act: () => void = () => undefined
  client.on('error', () => undefined) // followed by the end
  client.once('end', () => act())
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock_shared${IN_USE}`) // waits while somebody stops the server
  } catch (error) {
    await client.end().catch(() => undefined)
    return reason(error)
  }
  socket.unref() // a program that forgets to stop may end all the same

  return {
    onLost(lost) {
      act = lost
    },
    async release() {
      act = () => undefined
      socket.ref()
      try {
        await client.query(`select pg_advisory_unlock_shared${IN_USE}`)
        const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock${IN_USE} as last`)
        return rows[0]?.last === true
      } catch {
        return false // the server is gone or going
      }
    },
    end: () => client.end().catch(() => undefined),
  }
}

function reason(error: unknown): 'later' | 'recovering' | 'password' {
  const code = error instanceof DatabaseError ? error.code : undefined
  if (code === '28P01' || code === '28000') return 'password'
  return code === '57P03' ? 'recovering' : 'later'
}
