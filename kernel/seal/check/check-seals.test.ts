import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { inTransaction } from '../../database/tx.ts'
import { newId } from '../../shared/ids.ts'
import type { KeptSeal } from '../contract.ts'
import { renewSealKey } from '../keys.ts'
import { newestSeal } from '../make-receipt.ts'
import { insertAudit, writeRows } from '../rows-for-tests.ts'
import { cell, sealedIn } from './sealed-for-tests.ts'

const house = await openHouse()
const { services, rows } = house
const { sealTen, findings, seal } = sealedIn(house)

beforeEach(sealTen)

const kept = async (): Promise<KeptSeal> => {
  const newest = await inTransaction(services.pool, undefined, newestSeal)
  if (!newest) throw new Error('ten seals were made')
  return newest
}

test('a subtree that was changed or taken away is named', async () => {
  await rows('update kernel.seal_node set hash = $2 where cell_id = $1 and level = 4 and number = 2', [
    cell,
    Buffer.alloc(32),
  ])
  await rows('delete from kernel.seal_node where cell_id = $1 and level = 4 and number = 3', [cell])
  await rows('update kernel.seal_root_node set hash = $1 where level = 4 and number = 0', [Buffer.alloc(32)])

  expect(await findings()).toEqual([
    { code: 'node_changed', row: 'kernel.seal_root_node (4, 0)', words: 'is not the hash of its leaves' },
    { code: 'node_changed', row: `kernel.seal_node (${cell}, 4, 2)`, words: 'is not the hash of its leaves' },
    { code: 'node_changed', row: `kernel.seal_node (${cell}, 4, 3)`, words: 'is missing' },
  ])
})

test('the edge of a cell that was changed is named before anything is sealed upon it', async () => {
  await rows(
    'update kernel.seal_cell set frontier = set_byte(frontier, 5, 255 - get_byte(frontier, 5)) where cell_id = $1',
    [cell],
  )

  expect(await findings()).toEqual([
    { code: 'state_changed', row: `kernel.seal_cell (${cell})`, words: 'is not the edge of the 70 leaves there are' },
  ])
})

test('the root of a cell that was changed is named, by the network and by the cell', async () => {
  await rows('update kernel.seal_root set root = $2 where cell_id = $1 and size = 35', [cell, Buffer.alloc(32)])

  expect(await findings()).toEqual([
    {
      code: 'root_changed',
      row: 'kernel.seal_root (numbers 8 to 9)',
      words: 'do not lead to the root of seal 5 of 2026-03-02T05:00:00.000Z',
    },
    {
      code: 'root_changed',
      row: `kernel.seal_root (${cell}, 35)`,
      words: 'is not the root of its leaves; seal 5 of 2026-03-02T05:00:00.000Z',
    },
  ])
})

test.each([
  ['its signature', 4, `signature = set_byte(signature, 20, 255 - get_byte(signature, 20))`],
  ['its signature, the last of all', 10, `signature = set_byte(signature, 20, 255 - get_byte(signature, 20))`],
  ['its time', 4, `at = at - interval '1 day'`],
  ['its time by a microsecond', 4, `at = at + interval '1 microsecond'`],
  ['what it is chained to', 4, `previous = set_byte(previous, 0, 255 - get_byte(previous, 0))`],
  ['whether it was catching up', 4, `catching_up = true`],
])('a seal is named of which was changed: %s', async (_what, number, change) => {
  await rows(`update kernel.seal set ${change} where number = $1`, [number])

  const found = await findings()

  expect(found).toEqual([
    {
      code: 'seal_changed',
      row: `kernel.seal (${number})`,
      words: expect.stringContaining('does not bear the signature of its key'),
    },
  ])
})

test('a seal that was taken out is missed', async () => {
  await rows('delete from kernel.seal where number = 6')

  expect((await findings()).map(({ code, row }) => `${code} ${row}`)).toEqual(['seal_missing kernel.seal (6)'])
})

test('a tail that was cut off without a trace is found by whoever kept a root, and only by them', async () => {
  const old = await kept()
  await writeRows(services, cell, { audit: 4 })
  await seal()
  const newest = await kept()
  expect(await findings({ since: old })).toEqual([])
  await cutToFirstSeals(10)

  expect(await findings()).toEqual([])
  expect(await findings({ since: old })).toEqual([])
  expect(await findings({ since: newest })).toEqual([
    {
      code: 'tail_cut',
      row: 'kernel.seal (11)',
      words: `of ${newest.at} was kept with 21 roots; the last one here is 10 with 20`,
    },
  ])
})

test('a tail that was cut off and made anew is not the one whose root was kept', async () => {
  await writeRows(services, cell, { audit: 4 })
  await seal()
  const newest = await kept()
  await cutToFirstSeals(10)
  await writeRows(services, cell, { audit: 4 })
  await seal()

  expect(await findings()).toEqual([])
  expect((await findings({ since: newest })).map(({ code, row }) => `${code} ${row}`)).toEqual([
    'seal_changed kernel.seal (11)',
  ])
})

test('a key may be renewed: the one before it vouches for it, and a key that came another way is named', async () => {
  const first = await kept()
  await inTransaction(services.pool, undefined, (tx) => renewSealKey(tx, services.sealKeys, services.now()))
  await inTransaction(services.pool, undefined, (tx) =>
    tx.run(insertAudit, [cell, [newId(services.now().getTime())], services.now(), 'house.act', null]),
  )
  await seal()
  const second = await kept()
  expect(second.key).not.toBe(first.key)
  const trusted = Buffer.from(first.publicKey, 'base64')
  expect(await findings({ trusted, since: second })).toEqual([])

  const stranger = services.sealKeys.suite.generateSigningKey().publicKey
  const untrusted = await findings({ trusted: stranger })

  expect(untrusted.filter(({ code }) => code === 'key_unknown').map(({ row }) => row)).toEqual([
    `kernel.installation (seal_keys), key ${first.key}`,
    `kernel.installation (seal_keys), key ${second.key}`,
  ])
})

/** Takes every trace of later seals away, as somebody who owns the database could. */
async function cutToFirstSeals(last: number) {
  const [row] = await rows('select size, root from kernel.seal where number = $1', [last])
  await rows('delete from kernel.seal where number > $1', [last])
  await rows('delete from kernel.seal_root where number >= $1', [row?.['size']])
  await rows(
    'delete from kernel.audit where id in (select row_id from kernel.seal_leaf where cell_id = $1 and number >= 70)',
    [cell],
  )
  await rows('delete from kernel.seal_leaf where cell_id = $1 and number >= 70', [cell])
  const before = saved
  for (const { table, of } of before)
    for (const one of of) {
      const columns = Object.keys(one)
      await rows(
        `update ${table} set ${columns.map((name, index) => `${name} = $${index + 1}`).join(', ')}
         where ${columns[0]} = $1`,
        columns.map((name) => one[name]),
      )
    }
}
let saved: { table: string; of: { [column: string]: unknown }[] }[] = []
beforeEach(async () => {
  saved = []
  for (const table of ['kernel.seal_cell', 'kernel.seal_network'])
    saved.push({ table, of: (await rows(`select * from ${table}`)).map((row) => ({ ...row })) })
})
