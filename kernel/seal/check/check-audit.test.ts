import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { inTransaction } from '../../database/tx.ts'
import type { KeptSeal } from '../contract.ts'
import { renewSealKey } from '../keys.ts'
import { newestSeal } from '../make-receipt.ts'
import { insertAudit, writeRows } from '../rows-for-tests.ts'
import { sealNew } from '../seal-new.ts'
import { type AuditCheck, checkAudit } from './check-audit.ts'
import type { SealFinding } from './finding.ts'

const house = await openHouse()
const { services, jobPool, rows } = house
const suite = services.sealKeys.suite
const cell = 700_001
const other = 700_002
const tables = `kernel.seal_cell kernel.seal_leaf kernel.seal_node kernel.seal_root kernel.seal_root_node kernel.seal
  kernel.seal_network kernel.audit kernel.access`.split(/\s+/)

/** Ten seals, each of some rows of two cells: 50 acts and 20 looks in the first. */
let ids: string[] = []
beforeEach(async () => {
  await rows(`truncate ${tables.join(', ')}`)
  ids = []
  for (let turn = 0; turn < 10; turn++) {
    const at = new Date(Date.parse('2026-03-02T09:00:00+08:00') + turn * 3_600_000)
    house.moveTo(at.toISOString())
    const { audit, access } = await writeRows(services, cell, { audit: 5, access: 2 })
    ids.push(...[...audit, ...access].sort())
    await writeRows(services, other, { audit: 1 })
    await sealNew(jobPool, services)
  }
})

async function findings(more: Partial<AuditCheck> = {}): Promise<SealFinding[]> {
  const found: SealFinding[] = []
  const verdict = await checkAudit({
    pool: services.pool,
    suite,
    now: services.now(),
    signal: new AbortController().signal,
    onFinding: (finding) => void found.push(finding),
    onProgress: () => undefined,
    ...more,
  })
  expect(verdict.findings).toBe(found.length)
  return found
}
/** Leaf `number` of the first cell: its row, and the seal that covers it. */
async function leaf(number: number) {
  const [row] = await rows('select log, row_id as id from kernel.seal_leaf where cell_id = $1 and number = $2', [
    cell,
    number,
  ])
  const seal = Math.floor(number / 7) + 1
  const at = new Date(Date.parse('2026-03-02T01:00:00Z') + (seal - 1) * 3_600_000).toISOString()
  return {
    id: String(row?.['id']),
    log: String(row?.['log']),
    row: `kernel.${row?.['log']} (${cell}, ${row?.['id']})`,
    by: `seal ${seal} of ${at}`,
  }
}
const kept = async (): Promise<KeptSeal> => {
  const seal = await inTransaction(services.pool, undefined, newestSeal)
  if (!seal) throw new Error('ten seals were made')
  return seal
}

test('what nobody touched is found as it was sealed, while rows wait for their seal too', async () => {
  await writeRows(services, cell, { audit: 3 })

  expect(await findings()).toEqual([])
})

test.each([
  ['a time by a microsecond', `at = at + interval '1 microsecond'`],
  ['a time out of time', `at = 'infinity'`],
  ['an act', `act = 'house.another'`],
  ['a value inside', `after = '{"state": "done", "amount": 1.500}'`],
  ['whose it was', `account_id = null`],
])('a row in which %s was changed is named, with its seal', async (_what, change) => {
  const number = await audited(24)
  const { id, row, by } = await leaf(number)
  await rows(`update kernel.audit set ${change} where id = $1`, [id])

  expect(await findings()).toEqual([
    { code: 'row_changed', row, words: `is not what was sealed, leaf ${number}; ${by}` },
  ])
})

test('a look that was made to be somebody else’s is named', async () => {
  const number = await looked(30)
  const { id, row, by } = await leaf(number)
  await rows(`update kernel.access set subjects = '{}' where id = $1`, [id])

  expect(await findings()).toEqual([
    { code: 'row_changed', row, words: `is not what was sealed, leaf ${number}; ${by}` },
  ])
})

test('several rows that were changed, in one cell and in another, are named one by one', async () => {
  const middle = await audited(21)
  const numbers = [await audited(3), middle, await audited(middle + 1), await audited(60)]
  const some = await Promise.all(numbers.map(leaf))
  for (const { id } of some) await rows(`update kernel.audit set act = 'x' where id = $1`, [id])
  await rows(`update kernel.audit set act = 'x' where cell_id = $1`, [other])

  const found = await findings()

  expect(found.slice(0, 4).map(({ row }) => row)).toEqual(some.map(({ row }) => row))
  expect(found).toHaveLength(14)
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['row_changed']))
  expect(await findings({ cells: { lowest: cell, highest: cell } })).toHaveLength(4)
})

test('a row that was removed is named, with its seal', async () => {
  const { id, log, row, by } = await leaf(40)
  await rows(`delete from kernel.${log} where id = $1`, [id])

  expect(await findings()).toEqual([{ code: 'row_removed', row, words: `is gone, leaf 40; ${by}` }])
})

test('a row that was removed together with its leaf leaves a number that is missing', async () => {
  const { id, log, by } = await leaf(12)
  await rows(`delete from kernel.${log} where id = $1`, [id])
  await rows('delete from kernel.seal_leaf where row_id = $1', [id])

  expect(await findings()).toEqual([
    { code: 'leaf_missing', row: `kernel.seal_leaf (${cell}, 12)`, words: `is missing; ${by}` },
  ])
})

test('a row that was slipped in with an older date is named, sealed or not', async () => {
  const at = new Date('2026-03-02T11:00:00+08:00')
  const [later] = (await writeRows(services, cell, { audit: 1 }, at)).audit
  const [never] = (await writeRows(services, cell, { access: 1 }, at)).access
  await rows('update kernel.access set written_in = 3 where id = $1', [never])

  await sealNew(jobPool, services)

  expect(await findings()).toEqual([
    {
      code: 'row_added',
      row: `kernel.audit (${cell}, ${later})`,
      words: 'is dated 2026-03-02T03:00:00.000Z and came only later, leaf 70; seal 11 of 2026-03-02T10:00:00.000Z',
    },
    {
      code: 'row_added',
      row: `kernel.access (${cell}, ${never})`,
      words: 'is dated 2026-03-02T03:00:00.000Z and was never sealed',
    },
  ])
})

test('what stood sealed late because nothing was sealed meanwhile is no finding', async () => {
  await writeRows(services, cell, { audit: 2 })
  house.moveTo('2026-03-04T09:00:00+08:00')
  await sealNew(jobPool, services)

  expect(await findings()).toEqual([])
})

test('two leaves that have changed places are named', async () => {
  const [one, two] = [await audited(22), await audited(24)]
  await rows(
    'update kernel.seal_leaf set number = case number when $2 then -1 else -2 end where cell_id = $1 and number in ($2, $3)',
    [cell, one, two],
  )
  await rows(
    'update kernel.seal_leaf set number = case number when -1 then $3::bigint else $2::bigint end where cell_id = $1 and number < 0',
    [cell, one, two],
  )

  expect(await findings()).toEqual([
    {
      code: 'leaves_reordered',
      row: `kernel.seal_leaf (${cell}, ${one}), (${cell}, ${two})`,
      words: `have changed places; ${(await leaf(one)).by}`,
    },
  ])
})

test('a leaf that was changed is told apart from its row, which stands as it was sealed', async () => {
  const { row, by } = await leaf(33)
  await rows('update kernel.seal_leaf set hash = $2 where cell_id = $1 and number = 33', [cell, Buffer.alloc(32)])

  expect(await findings()).toEqual([
    {
      code: 'leaf_changed',
      row: `kernel.seal_leaf (${cell}, 33)`,
      words: `of ${row} is not the one that was sealed; ${by}`,
    },
  ])
})

test('a row that was rewritten together with its leaf does not lead to the root that was sealed', async () => {
  const number = await audited(20)
  const { id, by } = await leaf(number)
  const [twin] = (await writeRows(services, 700_009, { audit: 1 })).audit
  await sealNew(jobPool, services)
  await rows(`update kernel.audit a set act = 'x' where id = $1`, [id])
  await rows(
    'update kernel.seal_leaf set hash = (select hash from kernel.seal_leaf where row_id = $2) where row_id = $1',
    [id, twin],
  )

  const found = await findings()

  expect(found.map(({ code }) => code)).toContain('leaves_replaced')
  const from = Math.floor(number / 7) * 7
  expect(found.at(-1)).toEqual({
    code: 'leaves_replaced',
    row: `kernel.seal_leaf (${cell}, ${from} to ${from + 6})`,
    words: `are not those that were sealed; ${by}`,
  })
})

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
  await sealNew(jobPool, services)
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
  await sealNew(jobPool, services)
  const newest = await kept()
  await cutToFirstSeals(10)
  await writeRows(services, cell, { audit: 4 })
  await sealNew(jobPool, services)

  expect(await findings()).toEqual([])
  expect((await findings({ since: newest })).map(({ code, row }) => `${code} ${row}`)).toEqual([
    'seal_changed kernel.seal (11)',
  ])
})

test('a key may be renewed: the one before it vouches for it, and a key that came another way is named', async () => {
  const first = await kept()
  await inTransaction(services.pool, undefined, (tx) => renewSealKey(tx, services.sealKeys, services.now()))
  await inTransaction(services.pool, undefined, (tx) =>
    tx.run(insertAudit, [cell, [ids[0]?.replace(/^./, '1')], services.now(), 'house.act', null]),
  )
  await sealNew(jobPool, services)
  const second = await kept()
  expect(second.key).not.toBe(first.key)
  const trusted = Buffer.from(first.publicKey, 'base64')
  expect(await findings({ trusted, since: second })).toEqual([])

  const stranger = suite.generateSigningKey().publicKey
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

/** The first leaf from a number on whose row stands in a log. */
async function first(log: string, number: number): Promise<number> {
  const [row] = await rows(
    'select min(number)::int as number from kernel.seal_leaf where cell_id = $1 and log = $2 and number >= $3',
    [cell, log, number],
  )
  return Number(row?.['number'])
}
const audited = (number: number) => first('audit', number)
const looked = (number: number) => first('access', number)
