import { crc32, createDeflateRaw } from 'node:zlib'

/** Text gathered before it is packed: small enough for a first byte at once, large enough to pack well. */
const gatherCharacters = 65_536
const largest = 0xffff_ffff
/** 1980-01-01, the first day a zip can say: a file tells the same whenever it is made. */
const dosDay = 0x21

/** One part of an archive, its text in pieces. */
export type ZipPart = { readonly name: string; readonly text: AsyncIterable<string> | Iterable<string> }

/**
 * Packs parts into a zip archive, piece by piece, never holding more than one piece: nothing is made before the reader
 * has taken what was. Ends with an error beyond 4 GB, which is more than any workbook can say.
 */
export async function* zipped(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const listed: Buffer[] = []
  let offset = 0
  for await (const { name, text } of parts) {
    const at = offset
    const fileName = Buffer.from(name, 'utf8')
    const head = header(0x04034b50, 30, fileName)
    yield head
    offset += head.length
    const sum = { crc: 0, packed: 0, plain: 0 }
    for await (const bytes of deflated(text, sum)) {
      yield bytes
      offset += bytes.length
    }
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(0x08074b50, 0)
    writeSizes(tail, 4, sum)
    yield tail
    offset += tail.length
    listed.push(centralEntry(fileName, at, sum))
    if (offset > largest) throw new Error(`an archive of more than ${largest} bytes was asked for`)
  }
  const directory = Buffer.concat(listed)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(listed.length, 8)
  end.writeUInt16LE(listed.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  yield Buffer.concat([directory, end])
}

type Sum = { crc: number; packed: number; plain: number }

/** The flags say that the sizes follow the bytes and that names are UTF-8. */
function header(signature: number, length: number, fileName: Buffer): Buffer {
  const head = Buffer.alloc(length)
  const central = signature === 0x02014b50 ? 2 : 0
  head.writeUInt32LE(signature, 0)
  if (central > 0) head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 4 + central)
  head.writeUInt16LE(0x0808, 6 + central)
  head.writeUInt16LE(8, 8 + central)
  head.writeUInt16LE(dosDay, 12 + central)
  head.writeUInt16LE(fileName.length, 26 + central)
  return Buffer.concat([head, fileName])
}

function centralEntry(fileName: Buffer, at: number, sum: Sum): Buffer {
  const entry = header(0x02014b50, 46, fileName)
  writeSizes(entry, 16, sum)
  entry.writeUInt32LE(at, 42)
  return entry
}

function writeSizes(target: Buffer, at: number, { crc, packed, plain }: Sum): void {
  if (Math.max(packed, plain) > largest) throw new Error(`a part of more than ${largest} bytes was asked for`)
  target.writeUInt32LE(crc, at)
  target.writeUInt32LE(packed, at + 4)
  target.writeUInt32LE(plain, at + 8)
}

async function* deflated(text: ZipPart['text'], sum: Sum): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 5 })
  const packed: Buffer[] = []
  deflate.on('data', (bytes: Buffer) => packed.push(bytes))
  const taken = function* () {
    for (const bytes of packed.splice(0)) {
      sum.packed += bytes.length
      yield bytes
    }
  }
  const write = (letters: string) => {
    const bytes = Buffer.from(letters, 'utf8')
    sum.crc = crc32(bytes, sum.crc)
    sum.plain += bytes.length
    return new Promise<void>((resolve, reject) => deflate.write(bytes, (error) => (error ? reject(error) : resolve())))
  }
  try {
    let gathered = ''
    for await (const piece of text) {
      gathered += piece
      if (gathered.length < gatherCharacters) continue
      await write(gathered)
      gathered = ''
      yield* taken()
    }
    await write(gathered)
    await new Promise<void>((resolve, reject) => deflate.on('error', reject).once('end', resolve).end())
    yield* taken()
  } finally {
    deflate.destroy()
  }
}
