import pg from 'pg'
import { serveJobs } from './child.ts'

/** Statements to send by plain `pg`: no server, no validation, no encryption. */
export type PlainJob = {
  readonly url: string
  readonly connections: number
  /** The statements there are; a run names them by their index. */
  readonly statements: readonly { readonly name?: string; readonly text: string }[]
  /** What each connection sends once, before the clock starts. */
  readonly session: readonly string[]
  /** One after the other on one connection, each waiting for its answer. */
  readonly runs: readonly (readonly { readonly statement: number; readonly values?: readonly unknown[] }[])[]
}

export type PlainResult = { readonly elapsedMs: number }

// The same as the product's own connections.
const options = '-c lock_timeout=5s -c statement_timeout=30s -c TimeZone=Asia/Shanghai'

let clients: readonly pg.Client[] | undefined

serveJobs<PlainJob, PlainResult>(async ({ url, connections, statements, session, runs }) => {
  // Kept between rounds like the product's own, so that no round pays for connecting and planning.
  clients ??= await Promise.all(Array.from({ length: connections }, () => open(url, session)))
  let next = 0
  const started = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      while (next < runs.length) {
        for (const { statement, values } of runs[next++] ?? []) {
          const { name, text } = statements[statement] ?? { text: '' }
          await client.query(values ? { ...(name !== undefined && { name }), text, values: [...values] } : text)
        }
      }
    }),
  )
  return { elapsedMs: performance.now() - started }
})

async function open(url: string, session: readonly string[]): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options })
  await client.connect()
  for (const text of session) await client.query(text)
  return client
}
