import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { writeRows } from '../rows-for-tests.ts'
import { cell, other, sealedIn } from './sealed-for-tests.ts'

const house = await openHouse()
const { services, rows } = house
const { sealTen, findings, leaf, firstOf, seal } = sealedIn(house)

beforeEach(sealTen)

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
  const number = await firstOf('audit', 24)
  const { id, row, by } = await leaf(number)
  await rows(`update kernel.audit set ${change} where id = $1`, [id])

  expect(await findings()).toEqual([
    { code: 'row_changed', row, words: `is not what was sealed, leaf ${number}; ${by}` },
  ])
})

test('a look that was made to be somebody else’s is named', async () => {
  const number = await firstOf('access', 30)
  const { id, row, by } = await leaf(number)
  await rows(`update kernel.access set subjects = '{}' where id = $1`, [id])

  expect(await findings()).toEqual([
    { code: 'row_changed', row, words: `is not what was sealed, leaf ${number}; ${by}` },
  ])
})

test('several rows that were changed, in one cell and in another, are named one by one', async () => {
  const middle = await firstOf('audit', 21)
  const numbers = [await firstOf('audit', 3), middle, await firstOf('audit', middle + 1), await firstOf('audit', 60)]
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

  await seal()

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
  await seal()

  expect(await findings()).toEqual([])
})

test('two leaves that have changed places are named', async () => {
  const [one, two] = [await firstOf('audit', 22), await firstOf('audit', 24)]
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
  const number = await firstOf('audit', 20)
  const { id, by } = await leaf(number)
  const [twin] = (await writeRows(services, 700_009, { audit: 1 })).audit
  await seal()
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

test('a check finds nothing while rows are written and sealed under its eyes', async () => {
  let sealed = 0
  const connect = async () => {
    await writeRows(services, cell, { audit: 3, access: 1 })
    await seal()
    sealed++
    return services.pool.connect()
  }
  const pool = new Proxy(services.pool, { get: (of, name) => (name === 'connect' ? connect : Reflect.get(of, name)) })

  expect(await findings({ pool })).toEqual([])

  expect(sealed).toBeGreaterThan(10)
})
