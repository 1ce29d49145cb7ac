import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../services.ts'

/** Files in a local folder, each under its hash: written whole or not at all. */
export function localFileStore(folder: string): FileStore {
  const placeOf = (hash: Buffer) => {
    const name = hash.toString('hex')
    return { folder: join(folder, name.slice(0, 2)), file: join(folder, name.slice(0, 2), name) }
  }
  return {
    async put(hash, sealed) {
      const place = placeOf(hash)
      await mkdir(place.folder, { recursive: true, mode: 0o700 })
      const fresh = `${place.file}.${randomUUID()}`
      await writeFile(fresh, sealed, { mode: 0o600, flush: true })
      await rename(fresh, place.file)
    },
    async get(hash) {
      try {
        return await readFile(placeOf(hash).file)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (hash) => rm(placeOf(hash).file, { force: true }),
  }
}
