import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openField, sealField } from './field.ts'
import { intl } from './intl.ts'
import { KeyAbsent, openKeyring, type WrappedKey } from './keyring.ts'
import { deriveKey, masterKeyFile, parseMasterKey } from './master-key.ts'
import { sm } from './sm.ts'
import { type CryptoSuite, SealBroken } from './suite.ts'

const masterKey = Buffer.alloc(32, 9)
const folder = await mkdtemp(join(tmpdir(), 'keyring-'))
afterAll(() => rm(folder, { recursive: true }))

/** A store as a table would be: the first row with a cell and id stays. */
function keptKeys() {
  const rows: WrappedKey[] = []
  const calls = { load: 0, store: 0 }
  return {
    rows,
    calls,
    async load(cell: number) {
      calls.load++
      const found = rows.filter((row) => row.cell === cell)
      await Promise.resolve()
      return found
    },
    async store(key: WrappedKey) {
      calls.store++
      await Promise.resolve()
      const there = rows.find((row) => row.cell === key.cell && row.id === key.id)
      if (there === undefined) rows.push(key)
      return there ?? key
    },
  }
}

/** What a rotation stores: key number 2 of a cell. */
function rotatedKey(suite: CryptoSuite, cell: number): WrappedKey {
  const wrapping = deriveKey(suite, masterKey, 'wrap data keys', suite.sealKeyBytes)
  const wrapped = suite.seal(wrapping, Buffer.from(`data key 2 of cell ${cell}`), Buffer.alloc(suite.sealKeyBytes, 5))
  return { cell, id: 2, suite: suite.name, wrapped }
}

describe.each([sm, intl])('with suite $name', (suite) => {
  test('the first uses of a cell’s key at once make one key, and later uses load nothing', async () => {
    const keys = keptKeys()
    const ring = openKeyring({ suite, masterKey, keys })

    const first = await Promise.all([ring.dataKey(110105), ring.dataKey(110105), ring.dataKey(110105)])
    await ring.dataKey(110105)

    expect(new Set(first).size).toBe(1)
    expect(keys.calls).toEqual({ load: 1, store: 1 })
    expect(ring.cached(110105)).toBe(first[0])
  })

  test('two processes that make a cell’s key at once use the one that was kept', async () => {
    const keys = keptKeys()
    const one = openKeyring({ suite, masterKey, keys })
    const two = openKeyring({ suite, masterKey, keys })

    const [mine, theirs] = await Promise.all([one.dataKey(1), two.dataKey(1)])

    expect(keys.calls.store).toBe(2)
    expect(theirs.sealer.open(masterKey, mine.sealer.seal(masterKey, Buffer.from('x')))).toEqual(Buffer.from('x'))
  })

  test('the newest key writes and every key reads', async () => {
    const keys = keptKeys()
    const ring = openKeyring({ suite, masterKey, keys })
    const place = { cell: 7, table: 't', column: 'c', id: '1' }
    const old = sealField(await ring.dataKey(7), place, 'old')
    keys.rows.push(rotatedKey(suite, 7))

    const newest = await ring.reload(7)
    const fresh = sealField(newest, place, 'new')

    expect(newest.id).toBe(2)
    expect(openField(ring.resolve, place, old)).toBe('old')
    expect(openField(ring.resolve, place, fresh)).toBe('new')
  })

  test('a reload sees a key that was stored while an earlier load was under way', async () => {
    const keys = keptKeys()
    await openKeyring({ suite, masterKey, keys }).dataKey(7)
    const ring = openKeyring({ suite, masterKey, keys })
    const early = ring.dataKey(7)
    keys.rows.push(rotatedKey(suite, 7))

    const reloaded = await ring.reload(7)

    expect(reloaded.id).toBe(2)
    await early
    expect(ring.cached(7)?.id).toBe(2)
  })

  test('a stored key opens under its own master key, cell and number only', async () => {
    const keys = keptKeys()
    await openKeyring({ suite, masterKey, keys }).dataKey(1)
    const [row] = keys.rows
    if (row === undefined) throw new Error('no key was stored')
    const stored = (over: Partial<WrappedKey>) => ({ ...keptKeys(), load: async () => [{ ...row, ...over }] })

    const wrongMaster = openKeyring({ suite, masterKey: Buffer.alloc(32, 8), keys }).dataKey(1)
    const wrongCell = openKeyring({ suite, masterKey, keys: stored({ cell: 2 }) }).dataKey(2)
    const wrongId = openKeyring({ suite, masterKey, keys: stored({ id: 2 }) }).dataKey(1)

    await expect(wrongMaster).rejects.toThrow(SealBroken)
    await expect(wrongCell).rejects.toThrow(SealBroken)
    await expect(wrongId).rejects.toThrow(SealBroken)
  })

  test('a failed load is tried again at the next use', async () => {
    const keys = keptKeys()
    let broken = true
    const load = async (cell: number) => {
      if (broken) throw new Error('database is away')
      return keys.load(cell)
    }
    const ring = openKeyring({ suite, masterKey, keys: { ...keys, load } })

    await expect(ring.dataKey(1)).rejects.toThrow('database is away')
    broken = false

    expect((await ring.dataKey(1)).id).toBe(1)
  })

  test('a key that is not in memory is named as absent', () => {
    const ring = openKeyring({ suite, masterKey, keys: keptKeys() })

    expect(ring.cached(1)).toBeUndefined()
    expect(() => ring.resolve(1, 1)).toThrow(KeyAbsent)
  })

  test('a digest is the same at every start, and another for another kind, text, master key', () => {
    const ring = openKeyring({ suite, masterKey, keys: keptKeys() })
    const again = openKeyring({ suite, masterKey, keys: keptKeys() })
    const other = openKeyring({ suite, masterKey: Buffer.alloc(32, 8), keys: keptKeys() })

    const digest = ring.digest('phone', '13800138000')

    expect(digest).toHaveLength(32)
    expect(again.digest('phone', '13800138000')).toEqual(digest)
    expect(ring.digest('identity', '13800138000')).not.toEqual(digest)
    expect(ring.digest('phone', '13800138001')).not.toEqual(digest)
    expect(other.digest('phone', '13800138000')).not.toEqual(digest)
    expect(again.fingerprint).toBe(ring.fingerprint)
    expect(other.fingerprint).not.toBe(ring.fingerprint)
  })
})

test('a key made by one suite is still read when the installation names the other', async () => {
  const keys = keptKeys()
  const made = await openKeyring({ suite: sm, masterKey, keys }).dataKey(1)

  const read = await openKeyring({ suite: intl, masterKey, keys }).dataKey(1)

  expect(read.suite).toBe(sm)
  expect(read.sealer.open(masterKey, made.sealer.seal(masterKey, Buffer.from('x')))).toEqual(Buffer.from('x'))
})

test('keys are derived from the master key as RFC 5869 expands (appendix A.3)', () => {
  const pseudorandom = Buffer.from('19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04', 'hex')

  expect(deriveKey(intl, pseudorandom, '', 42).toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  )
})

test('a master key is exactly 32 bytes in base64, and a bad one is not repeated in the error', () => {
  const text = masterKey.toString('base64')

  expect(parseMasterKey(`${text}\n`)).toEqual(masterKey)
  for (const bad of ['', 'secret', text.slice(4), `${text}AAAA`, masterKey.toString('hex')]) {
    expect(() => parseMasterKey(bad)).toThrow('a master key is 32 bytes in base64')
  }
  expect(() => openKeyring({ suite: sm, masterKey: Buffer.alloc(16), keys: keptKeys() })).toThrow(RangeError)
})

test('a missing master key file is made once, for its owner alone, however many start', async () => {
  const path = join(folder, 'master-key')

  const keys = await Promise.all([masterKeyFile(path), masterKeyFile(path), masterKeyFile(path)])

  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(parseMasterKey(await readFile(path, 'utf8'))).toEqual(keys[0])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a damaged master key file is an error and stays as it is', async () => {
  const path = join(folder, 'damaged')
  await writeFile(path, 'half a ke')

  await expect(masterKeyFile(path)).rejects.toThrow('a master key is 32 bytes in base64')

  expect(await readFile(path, 'utf8')).toBe('half a ke')
})
