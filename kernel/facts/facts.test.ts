import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { plant, plantingFile } from '../../tests/planting.ts'
import { openTestDatabase } from '../../tests/test-database.ts'
import { openPool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'
import { newId } from '../shared/ids.ts'
import { foldAll, foldCell, type NumberedFact, type Projection } from './consumer.ts'
import { tellFacts } from './outbox.ts'
import { startPump } from './pump.ts'
import { numberAllFacts, numberFacts } from './sequencer.ts'

// A database of its own, without a pump: here facts are numbered when a test says so.
const database = await openTestDatabase(plant, plantingFile)
const app = openPool(database.app, 4, 'writers')
const jobs = openPool(database.job, 4, 'jobs')
const now = new Date('2026-03-02T09:00:00+08:00')
let cell = 910_000

beforeEach(() => {
  cell++
})
afterAll(async () => {
  await Promise.all([app.end(), jobs.end()])
  await database.drop()
})

const tell = (name: string, body: object = {}) =>
  inTransaction(app, undefined, (tx) => tellFacts(tx, [{ cell, name, body: { ...body } }], now))
const numbered = (of = cell) =>
  inTransaction(app, undefined, (tx) =>
    tx.many<{ number: number; name: string }>(
      'select number, name from kernel.fact where cell_id = $1 order by number',
      [of],
    ),
  )

/** A transaction that has told a fact, waiting to be committed or rolled back. */
async function open(name: string) {
  const client = new pg.Client({ connectionString: database.app })
  await client.connect()
  await client.query('begin')
  await client.query('insert into kernel.outbox (cell_id, id, name, body, at) values ($1, $2, $3, $4, $5)', [
    cell,
    newId(now.getTime()),
    name,
    {},
    now,
  ])
  return {
    async end(how: 'commit' | 'rollback') {
      await client.query(how)
      await client.end()
    },
  }
}

/** A projection that remembers what it was given. */
function remembering(fold: (facts: readonly NumberedFact[]) => Promise<void> = async () => undefined) {
  const seen: string[] = []
  const projection: Projection<number> = {
    name: `remembering ${newId()}`,
    async fold(_tx, _cell, facts) {
      await fold(facts)
      seen.push(...facts.map(({ number, name }) => `${number} ${name}`))
      return facts.length
    },
  }
  return { projection, seen }
}

test('facts of two transactions that commit in reverse order both arrive, and are numbered densely', async () => {
  const { projection, seen } = remembering()
  const earlier = await open('began first')
  const later = await open('began second')

  await later.end('commit')
  await numberFacts(jobs, cell)
  await foldCell(jobs, projection, cell)
  await earlier.end('commit')
  await numberFacts(jobs, cell)
  await foldCell(jobs, projection, cell)

  expect(seen).toEqual(['1 began second', '2 began first'])
})

test('a transaction that is rolled back leaves no number behind', async () => {
  const gone = await open('never happened')
  await tell('one')
  await numberFacts(jobs, cell)
  await gone.end('rollback')
  await tell('two')
  await numberFacts(jobs, cell)

  expect(await numbered()).toEqual([
    { number: 1, name: 'one' },
    { number: 2, name: 'two' },
  ])
})

test('sequencers that number one cell at the same time give every fact one number, and every number one fact', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `fact ${index}`)

  await Promise.all([...names.map((name) => tell(name)), ...Array.from({ length: 12 }, () => numberFacts(jobs, cell))])
  await numberFacts(jobs, cell)

  const rows = await numbered()
  expect(rows.map(({ number }) => number)).toEqual(names.map((_name, index) => index + 1))
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort())
})

test('a slow consumer never blocks a writer, nor the numbering of what it writes', async () => {
  const [gate, folding] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { projection, seen } = remembering(() => {
    folding.resolve()
    return gate.promise
  })
  await tell('first')
  await numberFacts(jobs, cell)
  const slow = foldCell(jobs, projection, cell)
  await folding.promise

  await tell('second')
  const counted = await numberFacts(jobs, cell)

  expect([counted, seen]).toEqual([1, []])
  gate.resolve()
  await slow
  await foldCell(jobs, projection, cell)
  expect(seen).toEqual(['1 first', '2 second'])
})

test('a fold that fails is forgotten whole and given the same facts again: applied once', async () => {
  let fails = true
  const counted = `insert into kernel.consumer (cell_id, name, number) values ($1, 'counted', 1)
    on conflict (cell_id, name) do update set number = consumer.number + 1`
  const projection: Projection<void> = {
    name: 'failing once',
    async fold(tx, of) {
      await tx.run(counted, [of])
      if (fails) throw new Error('the machine stopped')
    },
  }
  await tell('one')
  await numberFacts(jobs, cell)

  await expect(foldCell(jobs, projection, cell)).rejects.toThrow('the machine stopped')
  fails = false
  await foldCell(jobs, projection, cell)
  await foldCell(jobs, projection, cell)

  const mark = await inTransaction(app, undefined, (tx) =>
    tx.many('select name, number from kernel.consumer where cell_id = $1 order by name', [cell]),
  )
  expect(mark).toEqual([
    { name: 'counted', number: 1 },
    { name: 'failing once', number: 1 },
  ])
})

test('two processes that fold one cell at the same time apply each fact once', async () => {
  const { projection, seen } = remembering()
  await Promise.all(Array.from({ length: 20 }, (_, index) => tell(`fact ${index}`)))
  await numberFacts(jobs, cell)

  await Promise.all([
    foldCell(jobs, projection, cell),
    foldCell(jobs, projection, cell),
    foldCell(jobs, projection, cell),
  ])

  expect(seen.map((line) => Number(line.split(' ')[0]))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('a cell whose fold fails is told and left; the others go on', async () => {
  const [broken, sound] = [cell, cell + 1]
  await tell('broken')
  cell++
  await tell('sound')
  await numberAllFacts(jobs)
  const { projection, seen } = remembering(async (facts) => {
    if (facts.some(({ name }) => name === 'broken')) throw new Error('cannot be folded')
  })
  const [told, mistakes]: [number[], number[]] = [[], []]

  await foldAll(
    jobs,
    projection,
    (of) => told.push(of),
    (_error, of) => mistakes.push(of),
  )

  expect(mistakes).toEqual([broken])
  expect(told).toContain(sound)
  expect(seen).toContain('1 sound')
})

test('the pump numbers and folds what is told, and goes on after a round that failed', async () => {
  const [mine, failed, folded] = [cell, Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const owner = new pg.Client({ connectionString: database.owner })
  await owner.connect()
  await owner.query('revoke select on kernel.outbox from gongqiao_job')
  const { projection, seen } = remembering()
  const pump = startPump(
    jobs,
    [{ projection, told: (of) => of === mine && folded.resolve() }],
    () => failed.resolve(),
    10,
    1,
  )

  await tell('pumped')
  await failed.promise
  await owner.query('grant select on kernel.outbox to gongqiao_job')
  await owner.end()
  pump.wake()
  await folded.promise
  await pump.stop()

  expect(seen).toContain('1 pumped')
})
