import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** What is still on its way into the store, under its name and a mark, is no file yet. */
const onItsWay = /\.[0-9a-f-]{36}$/

/** The files of a store, by their path below its folder; none where there is no folder. */
export async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessGone)
  return (entries ?? [])
    .filter((entry) => entry.isFile() && !onItsWay.test(entry.name))
    .map((entry) => join(relative(folder, entry.parentPath), entry.name))
}

/** Copies the files of a store and gives how many there are. What the store lets go of meanwhile is left out. */
export async function copyStore(from: string, to: string, signal: AbortSignal): Promise<number> {
  let copied = 0
  for (const file of await storedFiles(from)) {
    signal.throwIfAborted()
    const target = join(to, file)
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
    const there = await copyFile(join(from, file), target).then(() => true, unlessGone)
    if (there) copied += 1
  }
  return copied
}

/** Takes every file out of a store. */
export async function emptyStore(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(unlessGone)) ?? [])
    await rm(join(folder, name), { recursive: true, force: true })
}

function unlessGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
