import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { localFileStore } from './local-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'files-'))
const store = localFileStore(join(folder, 'kept'))
afterAll(() => rm(folder, { recursive: true }))

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

test('what is put under a hash is got by it, and nothing by another', async () => {
  const bytes = randomBytes(70_000)
  await store.put(hashOf(bytes), bytes)

  expect(await store.get(hashOf(bytes))).toEqual(bytes)
  expect(await store.get(hashOf(randomBytes(8)))).toBeUndefined()
})

test('the same content put twice, also at once, is there once and whole, with nothing half-written beside it', async () => {
  const bytes = randomBytes(300_000)
  const hash = hashOf(bytes)

  await Promise.all(Array.from({ length: 8 }, () => store.put(hash, bytes)))

  expect(await store.get(hash)).toEqual(bytes)
  expect(await readdir(join(folder, 'kept', hash.toString('hex').slice(0, 2)))).toContain(hash.toString('hex'))
  const names = await readdir(join(folder, 'kept'), { recursive: true })
  expect(names.filter((name) => /\.[0-9a-f-]{36}$/.test(name))).toEqual([])
})

test('what was removed is not there any more, and removing it again does no harm', async () => {
  const bytes = randomBytes(100)
  await store.put(hashOf(bytes), bytes)

  await store.remove(hashOf(bytes))
  await store.remove(hashOf(bytes))

  expect(await store.get(hashOf(bytes))).toBeUndefined()
})

test('whoever gets a file while it is put gets all of it or nothing', async () => {
  const bytes = randomBytes(8_000_000)
  const hash = hashOf(bytes)
  const sizes = new Set<number | undefined>()
  let putting = true

  const put = store.put(hash, bytes).finally(() => {
    putting = false
  })
  while (putting) sizes.add((await store.get(hash))?.length)
  await put

  expect([...sizes].filter((size) => size !== undefined && size !== bytes.length)).toEqual([])
})

test('nobody else on the machine may read what is kept', async () => {
  const bytes = randomBytes(10)
  const hash = hashOf(bytes)
  await store.put(hash, bytes)

  const file = join(folder, 'kept', hash.toString('hex').slice(0, 2), hash.toString('hex'))
  expect((await stat(file)).mode & 0o077).toBe(0)
})
