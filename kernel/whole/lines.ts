import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** What a file of lines came to; the hash is SHA-256 of the lines before they were compressed, in hex. */
export type Written = { readonly rows: number; readonly sha256: string }

/** Writes lines into a compressed file that only its owner may read. */
export async function writeLines(file: string, batches: AsyncIterable<readonly string[]>): Promise<Written> {
  const hash = createHash('sha256')
  let rows = 0
  async function* chunks() {
    for await (const lines of batches) {
      if (lines.length === 0) continue
      rows += lines.length
      const text = `${lines.join('\n')}\n`
      hash.update(text)
      yield text
    }
  }
  await pipeline(chunks, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600, flush: true }))
  return { rows, sha256: hash.digest('hex') }
}

/**
 * Reads the lines of such a file, in batches. The hash is known when all were read.
 *
 * @param expected throws when the file holds anything else
 */
export async function* readLines(file: string, expected: Written, batch: number): AsyncGenerator<string[]> {
  const hash = createHash('sha256')
  const packed = createReadStream(file)
  const unpacked = createGunzip()
  packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rows = 0
  let rest = ''
  let some: string[] = []
  for await (const chunk of unpacked) {
    hash.update(chunk)
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      some.push(line)
      rows++
      if (some.length < batch) continue
      yield some
      some = []
    }
  }
  if (some.length > 0) yield some
  if (rest !== '' || rows !== expected.rows || hash.digest('hex') !== expected.sha256)
    throw new Error(`${file} is not what was written: it has been changed or cut short`)
}
