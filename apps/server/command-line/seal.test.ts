import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@gongqiao/kernel/config.ts'
import { suiteNamed } from '@gongqiao/kernel/crypto/suites.ts'
import { findReceipt } from '@gongqiao/kernel/seal/find-receipt.ts'
import { writeRows } from '@gongqiao/kernel/seal/rows-for-tests.ts'
import { sealNew } from '@gongqiao/kernel/seal/seal-new.ts'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { runCommandLine } from './run.ts'

const house = await openHouse()
const folder = await mkdtemp(join(tmpdir(), 'gongqiao-seal-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

const settings = {
  PORT: '0',
  GONGQIAO_DATA: folder,
  GONGQIAO_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_URL: house.ownerUrl,
  DATABASE_APP_URL: house.appUrl,
  DATABASE_JOB_URL: house.jobUrl,
}
async function run(args: readonly string[], isOffline = false) {
  const [said, warned]: [string[], string[]] = [[], []]
  const code = await runCommandLine(args, {
    terminal: {
      say: (words) => void said.push(words),
      warn: (words) => void warned.push(words),
      progress: () => undefined,
    },
    config: () => {
      if (isOffline) throw new Error('a receipt is checked without an installation')
      return readConfig(settings, folder)
    },
    stopped: new AbortController().signal,
  })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}

const { cell } = house.units.shop
const officer = await house.officer(house.units.shop)
const { audit } = await writeRows(house.services, cell, { audit: 30 }, house.now(), officer.account)
const row = audit[7] ?? ''
await sealNew(house.jobPool, house.services)

test('verify audit ends with 0 where everything stands as it was sealed, and keeps the newest seal for later', async () => {
  const well = await run(['verify', 'audit', '--keep', at('seal.json')])

  expect(well).toMatchObject({ code: 0, warned: '' })
  expect(well.said).toMatch(
    /^✓ \d+ rows of \d+ cells under 1 seals, 0 not as they were sealed; keys [0-9a-f]{16}\nseal 1 is kept in /,
  )
  expect(await run(['verify', 'audit', '--since', at('seal.json'), '--cells', `${cell}`])).toMatchObject({ code: 0 })
})

test('verify audit ends with 1 and the row where something does not', async () => {
  await house.rows(`update kernel.audit set act = 'house.other' where id = $1`, [audit[3]])

  const badly = await run(['verify', 'audit', '--keep', at('not-kept.json')])

  expect(badly.code).toBe(1)
  expect(badly.said).toContain(`✗ kernel.audit (${cell}, ${audit[3]}) is not what was sealed, leaf `)
  await expect(readFile(at('not-kept.json'))).rejects.toThrow('ENOENT')
  expect(await run(['verify', 'audit', '--cells', '110000-110999'])).toMatchObject({ code: 0 })
  await house.rows(`update kernel.audit set act = 'house.act' where id = $1`, [audit[3]])
})

test('what verify audit is given must be cells, a seal and a key', async () => {
  await writeFile(at('words.txt'), 'hello')

  for (const [args, words] of [
    [['--cells', '9-3'], '--cells is a cell or two'],
    [['--cells', 'all'], '--cells is a cell or two'],
    [['--since', at('words.txt')], 'neither a kept seal nor a receipt'],
    [['--since', at('absent.json')], 'cannot be read'],
    [['--key', at('words.txt')], 'holds no public key'],
  ] as const)
    expect(await run(['verify', 'audit', ...args])).toMatchObject({ code: 2, warned: expect.stringContaining(words) })
})

test('a receipt is checked on a machine that has nothing but the file, and against a key that was given', async () => {
  const receipt = await house.asks(officer, findReceipt, { cell, log: 'audit', row })
  await writeFile(at('receipt.json'), JSON.stringify(receipt))
  await writeFile(at('key.txt'), receipt.seal.publicKey)
  await writeFile(at('key.pem'), `-----BEGIN PUBLIC KEY-----\n${receipt.seal.publicKey}\n-----END PUBLIC KEY-----\n`)
  await writeFile(at('other.der'), suiteNamed('sm').generateSigningKey().publicKey)
  await writeFile(at('changed.json'), JSON.stringify(receipt).replace('"number":1', '"number":2'))

  const good = await run(['verify-receipt', at('receipt.json')], true)

  expect(good).toMatchObject({ code: 0, warned: '' })
  expect(good.said).toContain(`  account_id = ${officer.account}`)
  expect(good.said).toContain('✓ it stood sealed as the receipt says')
  for (const key of ['key.txt', 'key.pem'])
    expect(await run(['verify-receipt', at('receipt.json'), '--key', at(key)], true)).toMatchObject({ code: 0 })
  expect(await run(['verify-receipt', at('receipt.json'), '--key', at('other.der')], true)).toMatchObject({
    code: 1,
    said: expect.stringContaining('✗ the seal is by another key than the one that was given'),
  })
  expect(await run(['verify-receipt', at('changed.json')], true)).toMatchObject({ code: 1 })
  expect(await run(['verify-receipt', at('words.txt')], true)).toMatchObject({
    code: 1,
    said: '✗ this is no receipt, or it was cut',
  })
  expect(await run(['verify', 'audit', '--since', at('receipt.json'), '--key', at('key.pem')])).toMatchObject({
    code: 0,
  })
})

test('after seal renew-key the next seal is by the fresh key, and everything still stands', async () => {
  const renewed = await run(['seal', 'renew-key'])
  const key = /by key ([0-9a-f]{16}) from now on/.exec(renewed.said)?.[1]
  await writeRows(house.services, cell, { audit: 1 })
  await sealNew(house.jobPool, house.services)

  const seals = await house.rows('select key_id as key from kernel.seal order by number')

  expect(seals.at(-1)).toEqual({ key })
  expect(new Set(seals.map((seal) => seal['key'])).size).toBe(2)
  expect(await run(['verify', 'audit', '--since', at('seal.json')])).toMatchObject({ code: 0 })
})
