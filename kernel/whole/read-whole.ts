import { join } from 'node:path'
import type pg from 'pg'
import type { Keyring } from '../crypto/keyring.ts'
import { openClient } from '../database/connect.ts'
import { readLines } from './lines.ts'
import { fileOf, type Manifest, readManifest } from './manifest.ts'
import { copyStore, emptyStore, storedFiles } from './stored-files.ts'
import { everywhere, references, type WholeTable, wholeTables } from './tables.ts'

const batch = 2_000

/** What is filled. */
export type WholeTarget = {
  readonly ownerUrl: string
  readonly keyring: Keyring
  readonly filesFolder: string
  /** Names of the migrations this version has. */
  readonly migrations: readonly string[]
}

/** The folder and the installation do not fit; every reason, in words. */
export class DoesNotFit extends Error {
  constructor(reasons: readonly string[]) {
    super(`this folder cannot fill this installation:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`)
    this.name = 'DoesNotFit'
  }
}

/**
 * Fills an empty database from a folder that `writeWhole` wrote, in one transaction: all of it, checked by hash, number of
 * rows and every reference, or nothing.
 *
 * @throws DoesNotFit with every reason why not
 */
export async function readWhole(
  target: WholeTarget,
  folder: string,
  onProgress: (words: string) => void,
  signal: AbortSignal,
): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const client = openClient(target.ownerUrl, 'gongqiao import')
  await client.connect()
  try {
    await client.query('begin')
    await client.query(everywhere)
    const tables = await wholeTables(client)
    const reasons = [
      ...unfit(manifest, target, tables),
      ...(await occupied(client, tables)),
      ...(await otherFiles(folder, target)),
    ]
    if (reasons.length > 0) throw new DoesNotFit(reasons)
    const links = await references(client)
    // They are checked for all rows at once when they are put on again.
    for (const { table, name } of links) await client.query(`alter table ${table} drop constraint ${name}`)
    for (const [index, table] of tables.entries()) {
      const part = manifest.tables.find(({ name }) => name === table.name)
      if (!part) throw new Error('it has just been asked whether all tables are there')
      const columns = table.columns.map(({ name }) => `"${name}"`).join(', ')
      const statement = `insert into ${table.name} (${columns})
        select ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`
      let rows = 0
      const file = fileOf(folder, table.name)
      for await (const lines of readLines(file, part, batch)) {
        signal.throwIfAborted()
        await client.query(statement, [`[${lines.join(',')}]`]).catch((cause: unknown) => {
          throw new Error(`${file} holds what ${table.name} does not take`, { cause })
        })
        rows += lines.length
        onProgress(
          `${index + 1}/${tables.length} ${table.name}: ${rows.toLocaleString('en')} of ${part.rows.toLocaleString('en')}`,
        )
      }
    }
    for (const [index, { table, name, definition }] of links.entries()) {
      onProgress(`references ${index + 1}/${links.length}`)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    }
    await bringFiles(join(folder, 'files'), target.filesFolder, manifest.files, signal)
    await client.query('commit')
    return manifest
  } finally {
    await client.end()
  }
}

function unfit(manifest: Manifest, { keyring, migrations }: WholeTarget, tables: readonly WholeTable[]): string[] {
  const reasons: string[] = []
  if (manifest.suite !== keyring.suite.name)
    reasons.push(`it was sealed with the suite ${manifest.suite}; GONGQIAO_SUITE says ${keyring.suite.name}`)
  else if (manifest.keyFingerprint !== keyring.fingerprint)
    reasons.push('it was sealed with another master key; give that one in GONGQIAO_MASTER_KEY')
  const theirs = new Set(manifest.migrations)
  const newer = manifest.migrations.filter((name) => !migrations.includes(name))
  const older = migrations.filter((name) => !theirs.has(name))
  if (newer.length > 0) reasons.push(`it is of a newer version (${newer.join(', ')}); install that one`)
  if (older.length > 0)
    reasons.push(
      `it is of an older version (it lacks ${older.join(', ')}); start this version on its data, and export that`,
    )
  const named = new Set(manifest.tables.map(({ name }) => name))
  const missing = tables.filter(({ name }) => !named.has(name)).map(({ name }) => name)
  if (missing.length > 0 && older.length === 0) reasons.push(`its manifest lacks ${missing.join(', ')}`)
  return reasons
}

/** All files or none. */
async function bringFiles(from: string, to: string, expected: number, signal: AbortSignal): Promise<void> {
  try {
    const copied = await copyStore(from, to, signal)
    if (copied !== expected)
      throw new Error(`${from} has ${copied} files instead of ${expected}: it has been changed or cut short`)
  } catch (error) {
    await emptyStore(to)
    throw error
  }
}

/** What stands here already. */
async function occupied(client: pg.Client, tables: readonly WholeTable[]): Promise<string[]> {
  const full: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount) full.push(name)
  }
  return full.length === 0 ? [] : [`this installation is not empty: there are rows in ${full.join(', ')}`]
}

/** Files that are none of the folder's; those that a filling which was killed has left are brought once more. */
async function otherFiles(folder: string, { filesFolder }: WholeTarget): Promise<string[]> {
  const there = await storedFiles(filesFolder)
  if (there.length === 0) return []
  const brought = new Set(await storedFiles(join(folder, 'files')))
  const isOther = there.some((file) => !brought.has(file))
  return isOther ? [`this installation is not empty: there are files in ${filesFolder}`] : []
}
