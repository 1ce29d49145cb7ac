import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { Client } from 'pg'
import { pack as openPack, type Pack } from 'tar-stream'
import type { CryptoSuite } from '../crypto/suite.ts'
import { intoChunks } from './chunks.ts'
import { bytesOf, bytesToCopy, copyDatabase, type Entry } from './copy-database.ts'
import { chunksOf, type Head, headBytes } from './head.ts'

/** What a backup is made of. */
export type BackupSource = {
  /** A superuser's address of the running server. */
  readonly superuserUrl: string
  readonly pgdata: string
  /** Kept papers; they need not be there. */
  readonly filesFolder: string
  readonly suite: CryptoSuite
  readonly masterKey: Buffer
  /** Says which master key it is. */
  readonly fingerprint: string
  readonly product: string
  readonly postgres: string
}

/** How a backup is made. */
export type BackupWish = {
  /** Must not be there. */
  readonly file: string
  /** Leaves names and everything that is not sealed field by field readable. */
  readonly plain: boolean
  readonly at: Date
  readonly onProgress: (bytes: number, of: number) => void
  readonly stopped: AbortSignal
}

/**
 * Makes a backup of a running installation: whole under its name, or not there at all.
 *
 * @returns bytes of the file
 * @throws Error in words when the file is there already; the reason of `stopped` when it was stopped
 */
export async function writeBackup(source: BackupSource, wish: BackupWish): Promise<number> {
  const draft = `${wish.file}.${randomBytes(6).toString('hex')}.part`
  if (await stat(wish.file).catch(() => undefined)) throw new Error(`${wish.file} is there already`)
  const client = new Client({ connectionString: source.superuserUrl, application_name: 'gongqiao backup' })
  client.on('error', () => undefined) // the statement that waits says so
  await client.connect()
  try {
    await client.query(`set statement_timeout = 0; set idle_session_timeout = 0`)
    const out = await open(draft, 'wx', 0o600)
    try {
      const of = (await bytesToCopy(source.pgdata)) + (await bytesOfPapers(source.filesFolder))
      const head = headOf(source, wish, of)
      const bytes = headBytes(head)
      await out.write(bytes)
      const pack = openPack()
      let done = 0
      const told = (count: number) => {
        done += count
        wish.onProgress(Math.min(done, of), of)
      }
      const filled = fill(pack, entries(client, source), told).catch((error: unknown) => pack.destroy(asError(error)))
      const smaller = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } })
      const chunked = intoChunks(chunksOf(head, bytes, source.masterKey))
      const written = async (pieces: AsyncIterable<Buffer>) => {
        for await (const piece of pieces) await out.writeFile(piece)
      }
      await pipeline(pack, smaller, chunked, written, { signal: wish.stopped })
      await filled
      await out.sync()
    } finally {
      await out.close()
    }
    await rename(draft, wish.file)
    return (await stat(wish.file)).size
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function headOf(
  { product, postgres, suite, fingerprint }: BackupSource,
  { at, plain }: BackupWish,
  bytes: number,
): Head {
  return {
    format: 'gongqiao backup',
    version: 1,
    product,
    postgres,
    at: at.toISOString(),
    bytes,
    suite: suite.name,
    sealed: !plain,
    fingerprint,
    salt: randomBytes(16).toString('hex'),
  }
}

/** The database first: a paper is kept before the row that speaks of it, so every row's paper is there. */
async function* entries(client: Client, { pgdata, filesFolder }: BackupSource): AsyncGenerator<Entry> {
  yield { kind: 'folder', path: 'postgres' }
  for await (const entry of copyDatabase(client, pgdata)) yield { ...entry, path: `postgres/${entry.path}` }
  yield { kind: 'folder', path: 'files' }
  yield* papers(filesFolder)
}

async function* papers(folder: string): AsyncGenerator<Extract<Entry, { kind: 'file' }>> {
  for (const shelf of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const name of await readdir(join(folder, shelf))) {
      const from = join(folder, shelf, name)
      const size = /^[0-9a-f]{64}$/.test(name) ? (await stat(from).catch(() => undefined))?.size : undefined
      if (size !== undefined) yield { kind: 'file', path: `files/${shelf}/${name}`, size, from }
    }
  }
}

async function bytesOfPapers(folder: string): Promise<number> {
  let bytes = 0
  for await (const { size } of papers(folder)) bytes += size
  return bytes
}

async function fill(pack: Pack, all: AsyncIterable<Entry>, told: (bytes: number) => void): Promise<void> {
  for await (const entry of all) {
    if (pack.destroyed) return
    if (entry.kind === 'folder') pack.entry({ name: entry.path, type: 'directory' })
    else if (entry.kind === 'text') pack.entry({ name: entry.path }, entry.text)
    else {
      const sink = pack.entry({ name: entry.path, size: entry.size })
      sink.on('error', () => undefined) // it fails with the whole, which says so
      const closed = new Promise<void>((go) => sink.once('close', () => go()))
      for await (const piece of bytesOf(entry)) {
        if (!sink.write(piece)) await Promise.race([closed, new Promise<void>((go) => sink.once('drain', () => go()))])
        if (pack.destroyed) return
        told(piece.length)
      }
      sink.end(undefined)
      await closed
    }
  }
  pack.finalize()
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
