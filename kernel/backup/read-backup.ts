import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chown, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { type Extract, extract as openExtract } from 'tar-stream'
import { findDataFolder } from '../postgres/data-folder.ts'
import { publish } from '../postgres/publish.ts'
import type { RunUser } from '../postgres/run.ts'
import { BackupBroken, fromChunks } from './chunks.ts'
import { chunksOf, type Head, readHead } from './head.ts'

/** What a restore needs besides the file. */
export type RestoreWish = {
  readonly file: string
  readonly masterKey: Buffer
  /** Of the master key that was given. */
  readonly fingerprintOf: (suite: Head['suite']) => string
  readonly onProgress: (bytes: number, of: number) => void
  readonly stopped: AbortSignal
}

/** Where a restore goes. */
export type RestorePlace = {
  readonly dataDir: string
  /** See `startEmbedded`. */
  readonly refuge: string
  /** Major version of the database server that is installed. */
  readonly postgres: string
}

/**
 * Reads a backup to its end and checks every byte, writing nothing.
 *
 * @throws BackupBroken when it is damaged, or needs another master key
 */
export async function checkBackup(wish: RestoreWish): Promise<Head> {
  return withEntries(wish, (_path, bytes) => drain(bytes))
}

/**
 * Restores a backup into a data folder without a database. The database appears under its name when the last byte was
 * checked; before that, and after any fault, there is none.
 *
 * @throws BackupBroken when it is damaged, or needs another master key or another major version of the database
 * @throws Error in words when there is a database already
 */
export async function restoreBackup(wish: RestoreWish, place: RestorePlace): Promise<Head> {
  const dataDir = resolve(place.dataDir)
  const folder = await findDataFolder(dataDir, place.refuge, () => undefined)
  if (folder.created) throw new Error(`there is a database in ${dataDir} already; a restore goes into an empty folder`)
  const draft = join(folder.home, `postgres.${randomBytes(6).toString('hex')}`)
  await mkdir(draft, { mode: 0o700 })
  try {
    await own(draft, folder.user)
    const head = await withEntries(
      wish,
      async (path, bytes) => {
        const [top, ...rest] = path.split('/')
        if (top === 'postgres') await put(join(draft, ...rest), bytes, folder.user)
        else await put(join(dataDir, path), bytes, undefined)
      },
      place.postgres,
    )
    if (!(await publish(draft, folder.pgdata, join(dataDir, 'postgres'))))
      throw new Error(`a database has meanwhile been made in ${dataDir}`)
    return head
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

type Take = (path: string, bytes: AsyncIterable<Buffer> | undefined) => Promise<void>

/** Hands every entry to `take`; a folder has no bytes. */
async function withEntries(wish: RestoreWish, take: Take, postgres?: string): Promise<Head> {
  try {
    const { head, bytes } = await headOf(wish.file)
    if (wish.fingerprintOf(head.suite) !== head.fingerprint)
      throw new BackupBroken('this backup belongs to another master key')
    if (postgres !== undefined && postgres !== head.postgres)
      throw new BackupBroken(`this backup is of PostgreSQL ${head.postgres}, and PostgreSQL ${postgres} is installed`)
    let done = 0
    const counted = new Transform({
      transform(piece: Buffer, _encoding, pass) {
        done += piece.length
        wish.onProgress(Math.min(done, head.bytes), head.bytes)
        pass(undefined, piece)
      },
    })
    const entries = openExtract()
    const read = pipeline(
      createReadStream(wish.file, { start: bytes.length }),
      fromChunks(chunksOf(head, bytes, wish.masterKey)),
      createZstdDecompress(),
      counted,
      entries,
      { signal: wish.stopped },
    )
    await eachEntry(entries, read, take)
    return head
  } catch (error) {
    throw brokenInside(error)
  }
}

/** Of several faults the first one is told: that of whoever takes the entries, or else that of the bytes. */
async function eachEntry(entries: Extract, read: Promise<void>, take: Take): Promise<void> {
  read.catch(() => undefined)
  let fault: unknown
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header
      const path = name.replace(/\/$/, '')
      try {
        if (!isOurs(path) || (type !== 'file' && type !== 'directory'))
          throw new BackupBroken(`${JSON.stringify(path)} has no place in a backup`)
        await take(path, type === 'file' ? contentOf(entry) : undefined)
      } catch (error) {
        fault = error
        throw error
      }
      entry.resume()
    }
  } catch (error) {
    throw isOwn(fault)
      ? fault
      : await read.then(
          () => error,
          (reason: unknown) => reason,
        )
  }
  await read
}

/** A stream that was taken away under whoever read it tells nothing of why. */
const isOwn = (fault: unknown) => fault instanceof Error && !('code' in fault && fault.code === 'STREAM_DESTROYED')

async function headOf(path: string): Promise<{ head: Head; bytes: Buffer }> {
  const file = await open(path, 'r')
  try {
    return await readHead(file)
  } finally {
    await file.close()
  }
}

/** Safe because the library gives a file's content in buffers; its types leave out that it can be read in a loop. */
function contentOf(entry: unknown): AsyncIterable<Buffer> {
  return entry as AsyncIterable<Buffer>
}

/** Bytes that were checked and still do not unpack were no backup when they were written. */
function brokenInside(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('ZSTD') || code.startsWith('Z_'))
    return new BackupBroken('what is in it is no backup', { cause: error })
  return error
}

/** No entry leaves the data folder, whatever its name. */
const isOurs = (path: string) =>
  /^(postgres|files)(\/[^/\\\0]+)*$/.test(path) && !path.split('/').some((name) => name === '..' || name === '.')

async function put(path: string, bytes: AsyncIterable<Buffer> | undefined, user: RunUser): Promise<void> {
  if (bytes === undefined) {
    await mkdir(path, { recursive: true, mode: 0o700 })
    return own(path, user)
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(fresh, 'wx', 0o600)
  try {
    for await (const piece of bytes) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  await own(fresh, user)
  await rename(fresh, path)
}

async function own(path: string, user: RunUser): Promise<void> {
  if (user !== undefined) await chown(path, user.uid, user.gid)
}

/** Read to its end: only then have its chunks been checked. */
async function drain(bytes: AsyncIterable<Buffer> | undefined): Promise<void> {
  if (bytes) for await (const _ of bytes);
}
