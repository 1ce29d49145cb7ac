import pg from 'pg'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import type { Pool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'
import { newId } from '../shared/ids.ts'
import { oldestUnsealed } from './national-scans.ts'
import { insertAudit, writeRows } from './rows-for-tests.ts'
import { sealNew } from './seal-new.ts'
import { Frontier, treeHash } from './tree.ts'
import { cellRootBytes } from './words.ts'

const house = await openHouse()
const { services, jobPool } = house
const hash = treeHash(services.sealKeys.suite)
const seal = () => sealNew(jobPool, services)
let cell = 700_000

type Leaf = { cell: number; number: number; log: string; id: string; hash: Buffer }
const leaves = (of?: number): Promise<Leaf[]> =>
  asLeaves(
    house.rows(
      `select cell_id as cell, number::int, log, row_id as id, hash from kernel.seal_leaf
       where $1::int is null or cell_id = $1 order by cell_id, number`,
      [of ?? null],
    ),
  )
const unsealed = () =>
  house.rows(`select r.id from (select 'audit' as log, cell_id, id from kernel.audit union all
    select 'access', cell_id, id from kernel.access) r
    left join kernel.seal_leaf l on l.cell_id = r.cell_id and l.row_id = r.id and l.log = r.log where l.hash is null`)

/** What must hold of everything that was ever sealed: one number for each row, no gap, and roots that the leaves lead to. */
async function holds() {
  const cells = Map.groupBy(await leaves(), (leaf) => leaf.cell)
  for (const some of cells.values()) {
    expect(some.map(({ number }) => number)).toEqual(some.map((_leaf, index) => index))
    expect(new Set(some.map(({ log, id }) => `${log} ${id}`)).size).toBe(some.length)
  }
  const network = new Frontier(hash)
  const seals = await house.rows('select number::int, size::int, root from kernel.seal order by number')
  const roots = await house.rows(
    'select cell_id as cell, size::int, root, number::int from kernel.seal_root order by number',
  )
  expect(seals.map(({ number }) => number)).toEqual(seals.map((_seal, index) => index + 1))
  for (const [index, { cell: of, size, root, number }] of roots.entries()) {
    const tree = new Frontier(hash)
    for (const leaf of (cells.get(Number(of)) ?? []).slice(0, Number(size))) tree.append(leaf.hash)
    expect([number, tree.root()]).toEqual([index, root])
    network.append(hash.leaf(cellRootBytes({ cell: Number(of), size: Number(size), root: tree.root() })))
    const sealed = seals.find((one) => one['size'] === network.size)
    if (sealed) expect(network.root()).toEqual(sealed['root'])
  }
  expect(seals.at(-1)?.['size'] ?? 0).toBe(roots.length)
}

test('every committed row of both logs gets one leaf, and a round that finds nothing new seals nothing', async () => {
  cell++
  const { audit, access } = await writeRows(services, cell, { audit: 40, access: 3 })

  const first = await seal()
  const again = await seal()

  expect(first.seals).toBe(1)
  expect(again).toEqual({ rows: 0, seals: 0 })
  const kept = await leaves(cell)
  expect(kept.map(({ log, id }) => `${log} ${id}`).sort()).toEqual(
    [...audit.map((id) => `audit ${id}`), ...access.map((id) => `access ${id}`)].sort(),
  )
  expect(await unsealed()).toEqual([])
  await holds()
})

test('a row whose transaction commits long after later ones were sealed is sealed all the same', async () => {
  cell++
  const late = new pg.Client({ connectionString: house.appUrl })
  await late.connect()
  const id = newId(services.now().getTime() - 3_600_000)
  await late.query('begin')
  await late.query(insertAudit, [cell, [id], services.now(), 'house.late', newId()])
  for (let round = 0; round < 3; round++) {
    await writeRows(services, cell, { audit: 5 })
    expect(await seal()).toMatchObject({ rows: 5 })
  }

  await late.query('commit')
  await late.end()
  const found = await seal()

  expect(found).toMatchObject({ rows: 1, seals: 1 })
  expect((await leaves(cell)).at(-1)).toMatchObject({ number: 15, id })
  await holds()
})

test('what is rolled back leaves no gap, and says nothing to whoever looks for it', async () => {
  cell++
  const gone = new pg.Client({ connectionString: house.appUrl })
  await gone.connect()
  await gone.query('begin')
  await gone.query(insertAudit, [cell, [newId()], services.now(), 'house.gone', newId()])
  await writeRows(services, cell, { audit: 2 })
  await seal()
  await gone.query('rollback')
  await gone.end()
  await writeRows(services, cell, { audit: 2 })

  await seal()

  expect((await leaves(cell)).map(({ number }) => number)).toEqual([0, 1, 2, 3])
  expect(await unsealed()).toEqual([])
})

test('many writers and several sealers at once: every row once, every cell dense', async () => {
  const cells = Array.from({ length: 6 }, () => ++cell)
  const writers = cells.flatMap((of) =>
    Array.from({ length: 8 }, async () => {
      for (let turn = 0; turn < 3; turn++) await writeRows(services, of, { audit: 3, access: 1 })
    }),
  )
  let writing = true
  const sealers = Array.from({ length: 2 }, async () => {
    while (writing) await seal()
  })

  await Promise.all(writers)
  writing = false
  await Promise.all(sealers)
  await seal()

  expect(await unsealed()).toEqual([])
  for (const of of cells) expect(await leaves(of)).toHaveLength(8 * 3 * 4)
  await holds()
})

test('a sealer that is ended at any statement does no harm, and the next one goes on', async () => {
  const superuser = new pg.Client({ connectionString: house.superuserUrl })
  await superuser.connect()
  const cells = [++cell, ++cell]
  for (let statement = 1, killed = true; killed; statement++) {
    for (const of of cells) await writeRows(services, of, { audit: 17, access: 2 })
    killed = false
    let sent = 0
    const dying = dyingPool(jobPool, async (processId) => {
      if (++sent !== statement) return
      killed = true
      await superuser.query('select pg_terminate_backend($1)', [processId])
    })
    await sealNew(dying, { ...services, logMistake: () => undefined }).catch(() => undefined)
    if (killed) expect(await house.rows('select 1 as one')).toHaveLength(1)

    await seal()

    expect(await unsealed()).toEqual([])
    await holds()
    expect(statement).toBeLessThan(60)
  }
  await superuser.end()
})

test('how long the oldest row waits for its seal can be measured', async () => {
  cell++
  await seal()
  const age = () => inTransaction(jobPool, undefined, oldestUnsealed, 'read only')
  expect(await age()).toBeNull()

  await writeRows(services, cell, { audit: 1 }, new Date('2026-03-02T08:59:00+08:00'))
  await writeRows(services, cell, { audit: 1 })

  expect((await age())?.toISOString()).toBe('2026-03-02T00:59:00.000Z')
})

test('rows that came from another server are sealed too, whatever numbers their transactions had there', async () => {
  cell++
  await writeRows(services, cell, { audit: 3 })
  await seal()
  const [old, far] = [await writeRows(services, cell, { audit: 1 }), await writeRows(services, cell, { audit: 1 })]
  await house.rows('update kernel.audit set written_in = 3 where id = $1', [old.audit[0]])
  await house.rows('update kernel.audit set written_in = 9000000000 where id = $1', [far.audit[0]])
  await house.rows(`update kernel.seal_network set cluster = 'another', looked_to = 8000000000`)

  await seal()
  await writeRows(services, cell, { audit: 1 })
  await seal()

  expect(await unsealed()).toEqual([])
  const kinds = await house.rows('select catching_up from kernel.seal order by number desc limit 2')
  expect(kinds).toEqual([{ catching_up: false }, { catching_up: true }])
  await holds()
})

/** A pool whose connections tell before each message they send. */
function dyingPool(pool: Pool, before: (processId: unknown) => Promise<void>): Pool {
  const connect = async () => {
    const client = await pool.connect()
    const query = client.query.bind(client)
    const told = (...given: unknown[]) => {
      const [message] = given
      const id = Reflect.get(client, 'processID')
      void before(id).then(() => Reflect.apply(query, client, given))
      return message
    }
    const plain = async (...given: unknown[]) => {
      await before(Reflect.get(client, 'processID'))
      return Reflect.apply(query, client, given)
    }
    return new Proxy(client, {
      get: (of, name) =>
        name === 'query'
          ? (...given: unknown[]) => (typeof given[0] === 'string' ? plain(...given) : told(...given))
          : typeof Reflect.get(of, name) === 'function'
            ? Reflect.get(of, name).bind(of)
            : Reflect.get(of, name),
    })
  }
  return new Proxy(pool, { get: (of, name) => (name === 'connect' ? connect : Reflect.get(of, name)) })
}

/** Safe because the statement names these columns. */
async function asLeaves(rows: Promise<unknown[]>): Promise<Leaf[]> {
  return (await rows) as Leaf[]
}
