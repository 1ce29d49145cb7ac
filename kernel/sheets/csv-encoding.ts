import { Refusal } from '../refusal.ts'
import { pieces } from './byte-source.ts'
import type { ByteSource } from './sheet.ts'

export type CsvEncoding = 'utf-8' | 'gb18030' | 'utf-16le'

/**
 * What a text file is written in: by its mark, else UTF-8 when all of it is, else GB18030 when all of it is. The whole
 * file is looked at, since a roster may hold its first Chinese character after a thousand rows.
 *
 * Refuses `sheet.encoding`.
 */
export async function encodingOf(source: ByteSource): Promise<CsvEncoding> {
  const head = await source.read(0, Math.min(2, source.sizeBytes))
  const asked: readonly CsvEncoding[] = head.equals(Buffer.from([0xff, 0xfe])) ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of asked) if (await decodes(source, encoding)) return encoding
  throw new Refusal('sheet.encoding')
}

async function decodes(source: ByteSource, encoding: CsvEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of pieces(source)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The text of a file in pieces, without its mark. */
export async function* textOf(source: ByteSource, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const piece of pieces(source)) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
