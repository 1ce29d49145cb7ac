import pg from 'pg'

// int8 counts and numbers of ours stay below 2^53; a date is a civil day, not an instant.
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.DATE) return String
    return pg.types.getTypeParser(oid, format)
  },
}

export type Pool = pg.Pool
export type Client = pg.PoolClient

/**
 * A pool of connections for one role. Waiting for a lock ends after 5 s and a statement after 30 s, so that no request
 * hangs.
 *
 * @param url connection address, with role and password
 * @param size connections at most
 */
export function openPool(url: string, size: number, name: string): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // A command that failed half-way ends all the same.
    allowExitOnIdle: true,
    keepAlive: true,
    options:
      '-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c TimeZone=Asia/Shanghai',
  })
  surviveBreaks(pool)
  return pool
}

/**
 * Lets a process outlive its connections. One that breaks is noticed by whoever uses it next; nobody listening to its
 * last cry, idle or in the middle of a transaction, would end the process.
 */
export function surviveBreaks(pool: Pool): void {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
}

/** A connection of its own for work at the edge: migrations, roles, statistics. It is not connected yet. */
export function openClient(url: string, name: string): pg.Client {
  const client = new pg.Client({ connectionString: url, application_name: name })
  // As above: the statement that runs fails, and that is enough.
  client.on('error', () => undefined)
  return client
}
