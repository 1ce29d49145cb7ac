import type { PlaceRange } from '../shared/place.ts'
import { isPath, pathEnd } from '../shared/place.ts'
import type { Client, Pool } from './connect.ts'
import { type Answer, type Statement, sendTogether } from './together.ts'

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

/** An open transaction: the only way to speak SQL. Each statement has bound values and is one round trip. */
export class Tx {
  readonly #line: Line

  constructor(line: Line) {
    this.#line = line
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

  /** Runs a change that nobody waits for: it travels with the next statement, and what it breaks is thrown there. */
  runWithNext(statement: string | Hot, values: readonly unknown[] = []): void {
    this.#line.sendWithNext(statement, values)
  }

  #send(statement: string | Hot, values: readonly unknown[]): Promise<Answer> {
    return this.#line.send(statement, values)
  }
}

/** The one setting that row-level security reads, as SQL. Values are checked, since `set local` takes no parameters. */
function scopeSetting(range: PlaceRange): Statement {
  const pathHi = range.pathHi.endsWith(pathEnd) ? range.pathHi.slice(0, -1) : range.pathHi
  if (!Number.isInteger(range.cellLo) || !Number.isInteger(range.cellHi) || !isPath(range.pathLo) || !isPath(pathHi)) {
    throw new Error('a scope is two cell numbers and two paths')
  }
  return { text: `set local app.scope = '${range.cellLo}|${range.cellHi}|${range.pathLo}|${range.pathHi}'` }
}

/**
 * What `perform`, `ask` and the jobs hold of a transaction beside its statements. Beginning it and opening a scope travel
 * with the next statement, and ending it with the last one, so that none of them is a round trip of its own.
 */
export class Line {
  readonly #client: Client
  #before: readonly Statement[]
  #state: 'not begun' | 'begun' | 'ended' = 'not begun'

  constructor(client: Client, before: readonly Statement[]) {
    this.#client = client
    this.#before = before
  }

  /** Opens the scope of the statements that follow. */
  open(range: PlaceRange): void {
    this.#before = [...this.#before, scopeSetting(range)]
  }

  /** Sends a statement. */
  async send(statement: string | Hot, values: readonly unknown[], after: readonly Statement[] = []): Promise<Answer> {
    const before = this.#before
    this.#before = []
    this.#state = 'begun'
    return sendTogether(this.#client, before, recorded(statement, values), after)
  }

  /** Lets a statement travel with the next one. */
  sendWithNext(statement: string | Hot, values: readonly unknown[]): void {
    this.#before = [...this.#before, recorded(statement, values)]
  }

  /** Sends the last statement of the transaction and commits with it: whoever gets the answer knows that it is kept. */
  async sendLast(statement: string | Hot, values: readonly unknown[]): Promise<Answer> {
    const answer = await this.send(statement, values, [commit])
    this.#state = 'ended'
    return answer
  }

  /** Commits, with whatever still waits for a next statement, unless that is done or nothing was ever sent. */
  async commit(): Promise<void> {
    const waiting = this.#before.filter(({ values }) => values !== undefined)
    if (waiting.length > 0 || this.#state === 'begun') await sendTogether(this.#client, this.#before, commit, [])
    this.#state = 'ended'
  }

  /** Takes everything back that was not committed. */
  async rollback(): Promise<void> {
    if (this.#state === 'begun') await this.#client.query('rollback')
  }
}

const begins = {
  'read only': hot('begin read only', 'begin read only'),
  'read write': hot('begin read write', 'begin read write'),
} as const
const commit = hot('commit', 'commit')

function recorded(statement: string | Hot, values: readonly unknown[]): Statement {
  const named = typeof statement === 'string' ? { text: statement } : statement
  recorder?.(named.text)
  return { ...named, values }
}

type Mode = 'read only' | 'read write'

/**
 * Runs work in one transaction with a scope: commits what it returns, rolls back what it throws.
 *
 * @param range what row-level security shows; undefined shows no personal row at all
 */
export async function inTransaction<T>(
  pool: Pool,
  range: PlaceRange | undefined,
  work: (tx: Tx, line: Line) => Promise<T>,
  mode: Mode = 'read write',
): Promise<T> {
  const before = [begins[mode], ...(range ? [scopeSetting(range)] : [])]
  const client = await pool.connect()
  const line = new Line(client, before)
  let broken: Error | undefined
  try {
    const result = await work(new Tx(line), line)
    await line.commit()
    return result
  } catch (error) {
    try {
      await line.rollback()
    } catch (cause) {
      broken = cause instanceof Error ? cause : new Error('rollback failed', { cause })
    }
    throw error
  } finally {
    client.release(broken)
  }
}

/** Runs one statement as a transaction of its own, in one round trip. It sees no personal row. */
export async function inOneStatement<Row>(
  pool: Pool,
  statement: string | Hot,
  values: readonly unknown[],
  mode: Mode = 'read only',
): Promise<readonly Row[]> {
  return inTransaction(pool, undefined, async (_tx, line) => asRows<Row>(await line.sendLast(statement, values)), mode)
}

/** Safe as far as the statement gives what its caller says it does. */
function asRows<Row>({ rows }: Answer): readonly Row[] {
  return rows as Row[]
}
