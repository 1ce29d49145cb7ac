import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { Refusal } from '../refusal.ts'
import { pieces } from './byte-source.ts'
import { type Limits, megabytes } from './limits.ts'
import type { ByteSource } from './sheet.ts'

/** Parts a workbook may have; pictures are parts too. */
const mostEntries = 10_000
/** A part that unpacks to more than this many times its size is no sheet; those of real rosters stay below 60. */
const highestRatio = 250
/** Below this size the ratio says nothing. */
const smallBytes = 10_000_000

/** A zip archive of which nothing is unpacked but what is asked for. */
export type Archive = {
  readonly names: readonly string[]
  /** The bytes of one part as they unpack. Refuses `sheet.broken`, also where the part is longer than it said. */
  unpack(name: string): AsyncIterable<Buffer>
  close(): void
}

class Reader extends RandomAccessReader {
  readonly #source: ByteSource
  constructor(source: ByteSource) {
    super()
    this.#source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#source, start, end), { objectMode: false })
  }
}

/**
 * Opens an archive by its list of parts.
 *
 * Refuses `sheet.broken`, `sheet.encrypted`, and `sheet.bomb` for too many parts, too much to unpack, or a part that is
 * packed more tightly than any sheet. What a part says of its size is held against it while it unpacks.
 */
export async function openArchive(source: ByteSource, limits: Limits): Promise<Archive> {
  const entries = new Map<string, Entry>()
  const zip = await asBroken(() =>
    fromRandomAccessReaderPromise(new Reader(source), source.sizeBytes, { autoClose: false }),
  )
  if (zip.entryCount > mostEntries)
    throw new Refusal('sheet.bomb', { variables: { limit: megabytes(limits.unpackedBytes) } })
  let unpackedBytes = 0
  await asBroken(async () => {
    for await (const entry of zip.eachEntry()) {
      unpackedBytes += entry.uncompressedSize
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
    }
  })
  const tooTight = [...entries.values()].some(
    (entry) => entry.uncompressedSize > smallBytes && entry.uncompressedSize > highestRatio * entry.compressedSize,
  )
  if (tooTight || unpackedBytes > limits.unpackedBytes) {
    throw new Refusal('sheet.bomb', { variables: { limit: megabytes(limits.unpackedBytes) } })
  }
  if ([...entries.values()].some((entry) => entry.isEncrypted())) throw new Refusal('sheet.encrypted')
  return {
    names: [...entries.keys()],
    async *unpack(name) {
      const entry = entries.get(name)
      if (!entry?.canDecodeFileData()) throw new Refusal('sheet.broken')
      const stream = await asBroken(() => zip.openReadStreamPromise(entry))
      const parts = stream[Symbol.asyncIterator]()
      try {
        for (;;) {
          const next = await asBroken(() => parts.next())
          if (next.done) return
          yield asBuffer(next.value)
        }
      } finally {
        stream.destroy()
      }
    },
    close: () => zip.close(),
  }
}

/** Whatever an archive of ours fails at is damage of the file: there is no other way for it to fail. */
async function asBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal('sheet.broken', { cause })
  }
}

/** Safe because a stream without encoding and object mode gives buffers. */
function asBuffer(piece: unknown): Buffer {
  return piece as Buffer
}
