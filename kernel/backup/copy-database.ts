import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'

/** One file or folder of a copy, by its path inside the database's folder, with / between names. */
export type Entry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly from: string }
  | { readonly kind: 'text'; readonly path: string; readonly text: string }

/** Contents a server makes anew by itself; the folders have to be there. */
const emptied = new Set([
  'log',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
])
const left = /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|backup_manifest|current_logfiles.*)$/
const leftAnywhere = /^(pgsql_tmp.*|pg_internal\.init.*)$/

/** About how many bytes a copy has. */
export async function bytesToCopy(pgdata: string): Promise<number> {
  let bytes = 0
  for await (const entry of entriesOf(pgdata)) if (entry.kind === 'file') bytes += entry.size
  return bytes
}

/**
 * Everything a copy of a running database needs, in the order it is to be written: its files while they change, then the
 * label and the log that make them whole. The copy holds what was committed when the last entry was asked for.
 *
 * @param client a superuser's connection that nothing else uses until the end
 * @see PostgreSQL documentation, “Making a Base Backup Using the Low Level API”
 */
export async function* copyDatabase(client: Client, pgdata: string): AsyncGenerator<Entry> {
  const slot = `backup_${process.pid}_${Date.now()}`
  // The log of the backup's time must not be recycled before it is copied; the slot goes with the connection.
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
  const { rows: started } = await client.query<{ file: string }>(
    'select pg_walfile_name(pg_backup_start($1, fast => true)) as file',
    ['gongqiao'],
  )
  yield* entriesOf(pgdata)
  const { rows: stopped } = await client.query<{ file: string; label: string; map: string }>(
    `select pg_walfile_name(lsn) as file, labelfile as label, spcmapfile as map from pg_backup_stop(wait_for_archive => false)`,
  )
  const [first, last] = [started[0]?.file, stopped[0]?.file]
  if (first === undefined || last === undefined || stopped[0] === undefined)
    throw new Error('the database server told nothing of its backup')
  yield { kind: 'text', path: 'backup_label', text: stopped[0].label }
  if (stopped[0].map.trim() !== '') yield { kind: 'text', path: 'tablespace_map', text: stopped[0].map }
  for (const name of (await readdir(join(pgdata, 'pg_wal'))).sort()) {
    const needed = /^[0-9A-F]{24}$/.test(name) ? name >= first && name <= last : name.endsWith('.history')
    if (needed) yield await fileEntry(pgdata, `pg_wal/${name}`)
  }
  await client.query('select pg_drop_replication_slot($1)', [slot])
}

async function* entriesOf(pgdata: string, folder = ''): AsyncGenerator<Entry> {
  const inside = await readdir(join(pgdata, folder), { withFileTypes: true }).catch(() => [])
  for (const item of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`
    if (leftAnywhere.test(item.name) || (folder === '' && left.test(item.name))) continue
    if (item.isDirectory()) {
      yield { kind: 'folder', path }
      if (folder !== '' || !emptied.has(item.name)) yield* entriesOf(pgdata, path)
    } else if (item.isFile()) {
      // A table that is dropped meanwhile is gone from the folder; the log knows it too.
      const entry = await fileEntry(pgdata, path).catch(() => undefined)
      if (entry) yield entry
    }
  }
}

async function fileEntry(pgdata: string, path: string): Promise<Entry> {
  const from = join(pgdata, path)
  return { kind: 'file', path, size: (await stat(from)).size, from }
}

/**
 * A file's first `size` bytes, while it may grow, shrink or go: what is missing at the end is zeros, and the log makes it
 * good, as it does for pages that were half-written when they were read.
 */
export async function* bytesOf({ from, size }: Extract<Entry, { kind: 'file' }>): AsyncGenerator<Buffer> {
  const file = await open(from, 'r').catch(() => undefined)
  let missing = size
  try {
    while (file !== undefined && missing > 0) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(Math.min(missing, 1 << 18)), 0)
      if (bytesRead === 0) break
      missing -= bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file?.close()
  }
  for (; missing > 0; missing -= Math.min(missing, 1 << 18)) yield Buffer.alloc(Math.min(missing, 1 << 18))
}
