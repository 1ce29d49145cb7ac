import pg, { type Connection } from 'pg'
import { type Client, types } from './connect.ts'

/** A statement with its values; under a name the server keeps it parsed and planned for the connection. */
export type Statement = { readonly name?: string; readonly text: string; readonly values?: readonly unknown[] }

/** What a statement gave. */
export type Answer = { readonly rows: readonly unknown[]; readonly rowCount: number | null }

/**
 * Sends a statement together with what stands before and after it, and gives the statement's own answer. All of it is one
 * round trip: beginning a transaction, opening its scope and ending it cost none of their own. When one fails, the server
 * runs nothing that stands behind it, `commit` least of all.
 *
 * @param before and `after`: statements whose answers nobody needs
 */
export async function sendTogether(
  client: Client,
  before: readonly Statement[],
  statement: Statement,
  after: readonly Statement[],
): Promise<Answer> {
  try {
    return await new Promise<Answer>((resolve, reject) => {
      client.query(
        new Together([...before, statement, ...after], before.length, (error, answer) =>
          answer ? resolve(answer) : reject(error),
        ),
      )
    })
  } catch (error) {
    // The driver's own trace ends at its socket; this one leads to whoever sent the statement.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}

type Callback = (error: Error | null, answer?: Answer) => void

/** The messages of the extended protocol for several statements before one Sync, in the shape the driver submits. */
export class Together {
  readonly statements: readonly Statement[]
  /** Which of them is answered. */
  readonly asked: number
  callback: Callback
  readonly #result = asBuilder(new pg.Result('', asDriverTypes(types)))
  #completed = 0
  #mistake: Error | undefined

  constructor(statements: readonly Statement[], asked: number, callback: Callback) {
    this.statements = statements
    this.asked = asked
    this.callback = callback
  }

  /** By name and text the driver remembers what has been parsed, whenever the server says so: of the one whose turn it is. */
  get name(): string | undefined {
    return this.statements[this.#completed]?.name
  }

  get text(): string | undefined {
    return this.statements[this.#completed]?.text
  }

  submit(connection: Connection): null {
    const wire = asWire(connection)
    const parsed = new Set<string>()
    wire.stream.cork()
    try {
      for (const [index, { name, text, values }] of this.statements.entries()) {
        if (name !== undefined && (wire.parsedStatements[name] ?? text) !== text)
          throw new Error(`two statements are called ${name}`)
        if (name === undefined || !(parsed.has(name) || name in wire.parsedStatements)) wire.parse({ name, text })
        if (name !== undefined) parsed.add(name)
        wire.bind({ statement: name, values, valueMapper: prepareValue })
        if (index === this.asked) wire.describe({ type: 'P' })
        wire.execute()
      }
    } catch (cause) {
      this.#mistake = new Error('a value of a statement cannot be sent', { cause })
    } finally {
      wire.sync()
      wire.stream.uncork()
    }
    return null
  }

  handleRowDescription({ fields }: { fields: readonly unknown[] }): void {
    this.#result.addFields(fields)
  }

  handleDataRow({ fields }: { fields: readonly unknown[] }): void {
    if (this.#completed !== this.asked) return
    try {
      this.#result.rows.push(this.#result.parseRow(fields))
    } catch (cause) {
      this.#mistake = new Error('a row of a statement cannot be read', { cause })
    }
  }

  handleCommandComplete(message: object): void {
    if (this.#completed === this.asked) this.#result.addCommandComplete(message)
    this.#completed++
  }

  handleError(error: Error): void {
    this.callback(error)
  }

  handleReadyForQuery(): void {
    if (this.#mistake) this.callback(this.#mistake)
    else this.callback(null, this.#result)
  }
}

/** What the driver's connection and results have beyond their published types; its own cursor package uses the same. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void }
  readonly parsedStatements: { readonly [name: string]: string | undefined }
  parse(message: { name?: string | undefined; text: string }): void
  bind(message: {
    statement: string | undefined
    values: readonly unknown[] | undefined
    valueMapper?: (value: unknown) => unknown
  }): void
  describe(message: { type: 'P' }): void
  execute(): void
  sync(): void
}
type Builder = {
  readonly rows: unknown[]
  readonly rowCount: number | null
  addFields(fields: readonly unknown[]): void
  parseRow(fields: readonly unknown[]): unknown
  addCommandComplete(message: object): void
}

const { prepareValue } = asDriver(pg).utils

/** Safe because the version of the driver is fixed, and tests send through all of this. */
function asWire(connection: unknown): Wire {
  return connection as Wire
}

/** Safe for the same reason. */
function asBuilder(result: unknown): Builder {
  return result as Builder
}

/** Safe for the same reason. */
function asDriver(driver: unknown): { readonly utils: { readonly prepareValue: (value: unknown) => unknown } } {
  return driver as { readonly utils: { readonly prepareValue: (value: unknown) => unknown } }
}

/** Safe because a result asks its types for nothing but a parser. */
function asDriverTypes(parsers: { getTypeParser: typeof types.getTypeParser }): typeof pg.types {
  return parsers as typeof pg.types
}
