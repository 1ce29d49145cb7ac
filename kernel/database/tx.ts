import type { PlaceRange } from '../shared/place.ts'
import { isPath, pathEnd } from '../shared/place.ts'
import type { Client, Pool } from './connect.ts'

/** A statement of a hot path: prepared once per connection under its name. */
export type Hot = { readonly name: string; readonly text: string }

/** Names a statement so that the server parses and plans it once a connection. For inserts and reads by key only. */
export function hot(name: string, text: string): Hot {
  return { name, text }
}

/** Sees every statement of ours; tests hang the query checker here. */
export type Recorder = (text: string) => void
let recorder: Recorder | undefined
/** Sets (or with undefined removes) the process's one recorder. Only tests call this. */
export function recordStatements(next: Recorder | undefined): void {
  recorder = next
}

/** An open transaction: the only way to speak SQL. One statement a round trip, each with bound values. */
export class Tx {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /** All rows. */
  async many<Row>(statement: string | Hot, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#send(statement, values)).rows as Row[]
  }

  /** The first row, or undefined. */
  async maybe<Row>(statement: string | Hot, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.many<Row>(statement, values))[0]
  }

  /** The one row. Throws when there is none. */
  async one<Row>(statement: string | Hot, values: readonly unknown[] = []): Promise<Row> {
    const row = await this.maybe<Row>(statement, values)
    if (row === undefined) throw new Error('a statement that always gives a row gave none')
    return row
  }

  /** Runs a change and tells how many rows it touched. */
  async run(statement: string | Hot, values: readonly unknown[] = []): Promise<number> {
    return (await this.#send(statement, values)).rowCount ?? 0
  }

  #send(statement: string | Hot, values: readonly unknown[]) {
    const text = typeof statement === 'string' ? statement : statement.text
    recorder?.(text)
    return typeof statement === 'string'
      ? this.#client.query(text, [...values])
      : this.#client.query({ name: statement.name, text, values: [...values] })
  }
}

/** The one setting that row-level security reads, as SQL. Values are checked, since `set local` takes no parameters. */
function scopeSetting(range: PlaceRange): string {
  const pathHi = range.pathHi.endsWith(pathEnd) ? range.pathHi.slice(0, -1) : range.pathHi
  if (!Number.isInteger(range.cellLo) || !Number.isInteger(range.cellHi) || !isPath(range.pathLo) || !isPath(pathHi)) {
    throw new Error('a scope is two cell numbers and two paths')
  }
  return `set local app.scope = '${range.cellLo}|${range.cellHi}|${range.pathLo}|${range.pathHi}'`
}

/** Opens the scope of the statements that follow. Only `perform`, `ask` and the jobs call this. */
export async function setScope(client: Client, range: PlaceRange): Promise<void> {
  await client.query(scopeSetting(range))
}

/**
 * Runs work in one transaction with a scope: commits what it returns, rolls back what it throws.
 *
 * @param range what row-level security shows; undefined shows no personal row at all
 */
export async function inTransaction<T>(
  pool: Pool,
  range: PlaceRange | undefined,
  work: (tx: Tx, client: Client) => Promise<T>,
  mode: 'read only' | 'read write' = 'read write',
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin ${mode}${range ? `; ${scopeSetting(range)}` : ''}`)
    const result = await work(new Tx(client), client)
    await client.query('commit')
    return result
  } catch (error) {
    try {
      await client.query('rollback')
    } catch (cause) {
      broken = cause instanceof Error ? cause : new Error('rollback failed', { cause })
    }
    throw error
  } finally {
    client.release(broken)
  }
}
