/** What of yauzl 3 is used here; the package brings no types. */
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events'
  import type { Readable } from 'node:stream'

  export class Entry {
    fileName: string
    compressedSize: number
    uncompressedSize: number
    isEncrypted(): boolean
    canDecodeFileData(): boolean
  }
  export class ZipFile extends EventEmitter {
    entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }
  export class RandomAccessReader extends EventEmitter {
    _readStreamForRange(start: number, end: number): Readable
    close(callback: (error: Error | null) => void): void
  }
  export function fromRandomAccessReaderPromise(
    reader: RandomAccessReader,
    sizeBytes: number,
    options: { autoClose: boolean; validateEntrySizes?: boolean },
  ): Promise<ZipFile>
}
