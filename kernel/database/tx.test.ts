import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { openPool } from './connect.ts'
import { hot, inOneStatement, inTransaction } from './tx.ts'

const house = await openHouse()
const { pool: requests } = house.services
// One connection, so that each test meets what the one before has left on it.
const pool = openPool(String(requests.options.connectionString), 1, 'transactions')
afterAll(() => pool.end())

const insert = `insert into kernel.installation (id, value, changed_at) values ($1, '1', $2)`
const kept = async (id: string) =>
  (await house.rows('select from kernel.installation where id = $1', [id])).length === 1

test('the first statement already runs inside the transaction and under its scope', async () => {
  const range = { cellLo: 440_103, cellHi: 440_104, pathLo: '', pathHi: '~' }
  const seen = await inTransaction(
    pool,
    range,
    (tx) =>
      tx.one(`select current_setting('app.scope') as scope, current_setting('transaction_read_only') as read_only`),
    'read only',
  )

  expect(seen).toEqual({ scope: '440103|440104||~', read_only: 'on' })
})

test('a scope that is opened holds for the statements that follow, and ends with the transaction', async () => {
  const scopes = await inTransaction(pool, undefined, async (tx, line) => {
    const read = () => tx.one<{ scope: string }>(`select current_setting('app.scope', true) as scope`)
    const before = await read()
    line.open({ cellLo: 1, cellHi: 1, pathLo: '', pathHi: '~' })
    return [before.scope, (await read()).scope]
  })

  expect(scopes).toEqual(['', '1|1||~'])
  expect(
    await inTransaction(pool, undefined, (tx) => tx.one(`select current_setting('app.scope', true) as scope`)),
  ).toEqual({
    scope: '',
  })
})

test('whoever gets the answer of the last statement knows that all of it is kept', async () => {
  await inTransaction(pool, undefined, async (tx, line) => {
    await tx.run(insert, ['first', house.now()])
    await line.sendLast(insert, ['last', house.now()])
    expect([await kept('first'), await kept('last')]).toEqual([true, true])
  })
})

test('a last statement that fails keeps nothing, and the connection serves on', async () => {
  const failing = inTransaction(pool, undefined, async (tx, line) => {
    await tx.run(insert, ['nothing of this', house.now()])
    await line.sendLast(hot('tx.divides', 'select 1 / $1::int as one'), [0])
  })

  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(await kept('nothing of this')).toBe(false)
  expect(await inOneStatement(pool, hot('tx.divides', 'select 1 / $1::int as one'), [1])).toEqual([{ one: 1 }])
})

test('where a transaction cannot begin its first statement does not run', async () => {
  const range = { cellLo: 1, cellHi: 1, pathLo: '', pathHi: '~' }
  const client = await pool.connect()
  await client.query('begin')
  await client.query('select 1 / 0').catch(() => undefined) // what follows is refused until this transaction ends
  client.release()

  await expect(inTransaction(pool, range, (tx) => tx.run(insert, ['unbegun', house.now()]))).rejects.toMatchObject({
    code: '25P02',
  })
  expect(await kept('unbegun')).toBe(false)
})

test('a change that travels with the next statement stands before it, and what it breaks is thrown there', async () => {
  const seen = await inTransaction(pool, undefined, async (tx) => {
    tx.runWithNext(hot('test.keep', insert), ['travels', house.now()])
    return tx.many(`select 1 as one from kernel.installation where id = 'travels'`)
  })
  const failing = inTransaction(pool, undefined, async (tx, line) => {
    tx.runWithNext(hot('test.keep', insert), ['travels', house.now()])
    await line.sendLast(insert, ['behind it', house.now()])
  })

  expect(seen).toEqual([{ one: 1 }])
  await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'installation_pkey' })
  expect(await kept('behind it')).toBe(false)
})

test('a named statement may travel several times at once, on a fresh and on a used connection', async () => {
  const often = hot('test.keep_often', insert)
  for (const round of ['fresh', 'used']) {
    await inTransaction(pool, undefined, async (tx, line) => {
      tx.runWithNext(often, [`${round} one`, house.now()])
      tx.runWithNext(often, [`${round} two`, house.now()])
      await line.sendLast(often, [`${round} three`, house.now()])
    })
  }

  for (const id of ['fresh one', 'fresh two', 'fresh three', 'used one', 'used two', 'used three'])
    expect(await kept(id)).toBe(true)
})

test('a change with no next statement is kept with the commit, and its answer is never taken for another’s', async () => {
  await inTransaction(pool, undefined, async (tx) => tx.runWithNext(insert, ['alone', house.now()]))
  const answer = await inTransaction(pool, undefined, (tx) => {
    tx.runWithNext('select generate_series(1, $1::int) as number', [3])
    return tx.many('select $1::int as number', [7])
  })

  expect(await kept('alone')).toBe(true)
  expect(answer).toEqual([{ number: 7 }])
})

test('work that throws takes back what it sent, and work that sends nothing needs no transaction', async () => {
  const failing = inTransaction(pool, undefined, async (tx) => {
    await tx.run(insert, ['thrown away', house.now()])
    throw new Error('a mistake')
  })

  await expect(failing).rejects.toThrow('a mistake')
  expect(await kept('thrown away')).toBe(false)
  expect(await inTransaction(pool, undefined, async () => 'nothing')).toBe('nothing')
})

test('a value that cannot be sent is a mistake of that statement alone', async () => {
  const round: { self?: object } = {}
  round.self = round

  await expect(inOneStatement(pool, 'select $1::jsonb', [round])).rejects.toThrow('cannot be sent')
  expect(await inOneStatement(pool, 'select $1::jsonb as value', [{ a: 1 }])).toEqual([{ value: { a: 1 } }])
})

test('two statements of one name are a mistake, and the first stays what it is', async () => {
  await inOneStatement(pool, hot('test.name', 'select 1 as one'), [])

  await expect(inOneStatement(pool, hot('test.name', 'select 2 as one'), [])).rejects.toThrow('cannot be sent')
  expect(await inOneStatement(pool, hot('test.name', 'select 1 as one'), [])).toEqual([{ one: 1 }])
})

test('numbers of ours are numbers, a civil day is text, and a change tells how many rows it touched', async () => {
  expect(await inOneStatement(pool, `select 9000000000::bigint as number, date '2026-03-02' as day`, [])).toEqual([
    { number: 9_000_000_000, day: '2026-03-02' },
  ])
  const touched = await inTransaction(pool, undefined, (tx) =>
    tx.run(`update kernel.installation set changed_at = $1 where id in ('first', 'last')`, [house.now()]),
  )
  expect(touched).toBe(2)
})
