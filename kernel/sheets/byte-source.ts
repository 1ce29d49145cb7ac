import { open } from 'node:fs/promises'
import type { ByteSource, SheetSource } from './sheet.ts'

const pieceBytes = 262_144

/** Something to read from that is let go of afterwards. */
export type OpenSource = ByteSource & { close(): Promise<void> }

/** Opens whatever a sheet may be read from. */
export async function openSource(source: SheetSource): Promise<OpenSource> {
  if (Buffer.isBuffer(source)) {
    return { sizeBytes: source.length, read: async (start, end) => source.subarray(start, end), async close() {} }
  }
  if (typeof source !== 'string') return { ...bound(source), async close() {} }
  const file = await open(source, 'r')
  const { size } = await file.stat()
  return {
    sizeBytes: size,
    async read(start, end) {
      const bytes = Buffer.allocUnsafe(end - start)
      for (let read = 0; read < bytes.length; ) {
        const { bytesRead } = await file.read(bytes, read, bytes.length - read, start + read)
        if (bytesRead === 0) throw new Error(`the file ended at ${start + read} of ${size} bytes`)
        read += bytesRead
      }
      return bytes
    },
    close: () => file.close(),
  }
}

function bound(source: ByteSource): ByteSource {
  return { sizeBytes: source.sizeBytes, read: (start, end) => source.read(start, end) }
}

/** The bytes from `start` to `end` in pieces. */
export async function* pieces(source: ByteSource, start = 0, end = source.sizeBytes): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += pieceBytes) yield await source.read(at, Math.min(at + pieceBytes, end))
}
