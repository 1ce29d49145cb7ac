import { Transform, type TransformCallback } from 'node:stream'
import { type CryptoSuite, SealBroken } from '../crypto/suite.ts'

/** Plain bytes of a chunk, at most. */
const CHUNK_BYTES = 1 << 20
const LENGTH_BYTES = 4
const DIGEST_BYTES = 32
/** What sealing adds to a chunk is far less; anything longer is no chunk of ours. */
const LONGEST_CHUNK = CHUNK_BYTES + 4096

/** How the chunks of one backup are kept: sealed under a key, or readable with a checksum each. */
export type Chunks = {
  readonly suite: CryptoSuite
  /** The head's bytes: every chunk is bound to them. */
  readonly head: Buffer
  /** Undefined leaves the chunks readable. */
  readonly key: Buffer | undefined
}

/** A backup that is cut off, was changed, or is none. */
export class BackupBroken extends Error {
  override name = 'BackupBroken'
}

/** Turns bytes into chunks that can be neither changed nor moved, the last of them marked as such. */
export function intoChunks(chunks: Chunks): Transform {
  const keeper = keeperOf(chunks)
  let waiting: Buffer[] = []
  let bytes = 0
  let number = 0

  function take(size: number): Buffer {
    const all = Buffer.concat(waiting, bytes)
    waiting = [all.subarray(size)]
    bytes -= size
    return all.subarray(0, size)
  }

  function write(stream: Transform, plain: Buffer, last: boolean) {
    const kept = keeper.keep(placeOf(chunks, number++, last), plain)
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(kept.length)
    stream.push(length)
    stream.push(kept)
  }

  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      waiting.push(piece)
      bytes += piece.length
      // More than one chunk has to be there: the last one is written at the end, and is never empty of its mark.
      while (bytes > CHUNK_BYTES) write(this, take(CHUNK_BYTES), false)
      done()
    },
    flush(done) {
      write(this, take(bytes), true)
      done()
    },
  })
}

/**
 * Turns chunks into the bytes they were made of.
 *
 * Fails with BackupBroken when a chunk was changed, moved, taken out, added, or the last one is missing.
 */
export function fromChunks(chunks: Chunks): Transform {
  const keeper = keeperOf(chunks)
  let waiting: Buffer[] = []
  let bytes = 0
  let number = 0
  let ended = false

  function next(): Buffer | undefined {
    if (bytes < LENGTH_BYTES) return undefined
    const all = Buffer.concat(waiting, bytes)
    waiting = [all]
    const length = all.readUInt32BE()
    if (length > LONGEST_CHUNK) throw new BackupBroken(`chunk ${number + 1} has an impossible length`)
    const end = LENGTH_BYTES + length
    if (bytes < end) return undefined
    waiting = [all.subarray(end)]
    bytes -= end
    return all.subarray(LENGTH_BYTES, end)
  }

  function open(stream: Transform): void {
    for (let kept = next(); kept !== undefined; kept = next()) {
      if (ended) throw new BackupBroken('something stands behind the end')
      const plain = tryOpen(kept, false)
      const last = plain === undefined ? tryOpen(kept, true) : undefined
      const found = plain ?? last
      if (found === undefined) throw new BackupBroken(`chunk ${number + 1} was changed, or belongs to another backup`)
      ended = plain === undefined
      number++
      stream.push(found)
    }
  }

  function tryOpen(kept: Buffer, last: boolean): Buffer | undefined {
    try {
      return keeper.open(placeOf(chunks, number, last), kept)
    } catch (error) {
      if (error instanceof SealBroken) return undefined
      throw error
    }
  }

  const guarded = (done: TransformCallback, work: () => void) => {
    try {
      work()
      done()
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      waiting.push(piece)
      bytes += piece.length
      guarded(done, () => open(this))
    },
    flush(done) {
      guarded(done, () => {
        if (!ended) throw new BackupBroken('the file is cut off')
        if (bytes > 0) throw new BackupBroken('something stands behind the end')
      })
    },
  })
}

type Keeper = {
  keep(place: Buffer, plain: Buffer): Buffer
  /** @throws SealBroken */
  open(place: Buffer, kept: Buffer): Buffer
}

function keeperOf({ suite, key }: Chunks): Keeper {
  if (key !== undefined) {
    const sealer = suite.sealer(key)
    return { keep: (place, plain) => sealer.seal(place, plain), open: (place, kept) => sealer.open(place, kept) }
  }
  return {
    keep: (place, plain) => Buffer.concat([suite.hash(Buffer.concat([place, plain])), plain]),
    open(place, kept) {
      const plain = kept.subarray(DIGEST_BYTES)
      if (!suite.hash(Buffer.concat([place, plain])).equals(kept.subarray(0, DIGEST_BYTES)))
        throw new SealBroken('the checksum is another')
      return plain
    },
  }
}

function placeOf({ suite, head }: Chunks, number: number, last: boolean): Buffer {
  const place = Buffer.alloc(9)
  place.writeBigUInt64BE(BigInt(number))
  place.writeUInt8(last ? 1 : 0, 8)
  return Buffer.concat([suite.hash(head), place])
}
