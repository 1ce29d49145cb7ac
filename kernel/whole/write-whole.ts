import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { openField } from '../crypto/field.ts'
import type { Keyring } from '../crypto/keyring.ts'
import { openClient } from '../database/connect.ts'
import { describeWhole } from './describe.ts'
import { writeLines } from './lines.ts'
import { fileOf, type Manifest } from './manifest.ts'
import { copyStore } from './stored-files.ts'
import { everywhere, type WholeTable, wholeTables } from './tables.ts'

const batch = 5_000

/** A column whose seal is opened in a file of its own. */
export type SealedColumn = {
  readonly table: string
  /** The column with the row's id, to which the seal is bound. */
  readonly id: string
  /** Sealed columns, and what their content is called in the clear. */
  readonly columns: { readonly [column: string]: string }
}

/** What is written from. */
export type WholeSource = {
  readonly ownerUrl: string
  readonly keyring: Keyring
  /** The folder of the file store. */
  readonly filesFolder: string
  readonly version: string
  /** Undefined leaves everything sealed. */
  readonly opens: readonly SealedColumn[] | undefined
}

/**
 * Writes everything an installation holds into a new or empty folder, as of one moment: a server may run meanwhile. The
 * manifest is written last; without it a folder is not finished.
 *
 * @throws Error in words when the folder is not empty
 */
export async function writeWhole(
  source: WholeSource,
  folder: string,
  now: Date,
  onProgress: (words: string) => void,
  signal: AbortSignal,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty; name a new folder`)
  for (const inside of ['data', 'open', 'files']) await mkdir(join(folder, inside), { mode: 0o700 })
  const client = openClient(source.ownerUrl, 'gongqiao export')
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query(everywhere)
    const tables = await wholeTables(client)
    const written: Manifest['tables'] = []
    for (const [index, table] of tables.entries()) {
      signal.throwIfAborted()
      const told = (rows: number) =>
        onProgress(`${index + 1}/${tables.length} ${table.name}: ${rows.toLocaleString('en')}`)
      const lines = linesOf(
        client,
        `select to_jsonb(t)::text as line from ${table.name} t order by ${keyOf(table)}`,
        told,
        signal,
      )
      written.push({ name: table.name, ...(await writeLines(fileOf(folder, table.name), lines)) })
    }
    const opened: string[] = []
    for (const sealed of source.opens ?? []) {
      onProgress(`opening ${sealed.table}`)
      const file = `open/${sealed.table}.ndjson.gz`
      await writeLines(join(folder, file), openedLines(client, source.keyring, sealed, signal))
      opened.push(file)
    }
    const { rows } = await client.query<{ name: string }>('select name from public.migration order by name')
    await client.query('commit')
    const files = await copyStore(source.filesFolder, join(folder, 'files'), signal)
    await writeFile(join(folder, 'README.md'), describeWhole(tables, opened), { mode: 0o600 })
    const manifest: Manifest = {
      format: 'gongqiao-whole/1',
      madeAt: now.toISOString(),
      version: source.version,
      suite: source.keyring.suite.name,
      keyFingerprint: source.keyring.fingerprint,
      migrations: rows.map(({ name }) => name),
      tables: written,
      files,
    }
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    })
    return manifest
  } finally {
    await client.end()
  }
}

const keyOf = ({ columns, key }: WholeTable) =>
  (key.length > 0 ? key : columns.map(({ name }) => name)).map((name) => `t."${name}"`).join(', ')

async function* linesOf(
  client: pg.Client,
  statement: string,
  told: (rows: number) => void,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  let rows = 0
  for await (const some of fetched<{ line: string }>(client, statement, signal)) {
    rows += some.length
    told(rows)
    yield some.map(({ line }) => line)
  }
}

type SealedRow = { readonly cell: number; readonly id: string; readonly [column: string]: unknown }

async function* openedLines(
  client: pg.Client,
  keyring: Keyring,
  { table, id, columns }: SealedColumn,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const names = Object.keys(columns)
  const statement = `select t.cell_id as cell, t."${id}" as id, ${names.map((name) => `t."${name}"`).join(', ')}
    from ${table} t order by t.cell_id, t."${id}"`
  for await (const rows of fetched<SealedRow>(client, statement, signal)) {
    for (const cell of new Set(rows.map((row) => row.cell))) await keyring.dataKey(cell)
    yield rows.map((row) => {
      const clear: Record<string, unknown> = { cell_id: row.cell, [id]: row.id }
      for (const column of names) {
        const sealed = row[column]
        const place = { cell: row.cell, table, column, id: row.id }
        clear[columns[column] ?? column] = Buffer.isBuffer(sealed)
          ? openField((cell, key) => keyring.resolve(cell, key), place, sealed)
          : null
      }
      return JSON.stringify(clear)
    })
  }
}

/** The rows of a statement, some at a time: memory stays flat however many there are. */
async function* fetched<Row extends object>(
  client: pg.Client,
  statement: string,
  signal: AbortSignal,
): AsyncGenerator<Row[]> {
  await client.query(`declare whole no scroll cursor for ${statement}`)
  try {
    for (;;) {
      signal.throwIfAborted()
      const { rows } = await client.query<Row>(`fetch ${batch} from whole`)
      if (rows.length === 0) return
      yield rows
    }
  } finally {
    await client.query('close whole').catch(() => undefined)
  }
}
