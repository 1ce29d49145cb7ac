import { openPool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { foldAll } from '@gongqiao/kernel/facts/consumer.ts'
import { tellFacts } from '@gongqiao/kernel/facts/outbox.ts'
import { numberAllFacts } from '@gongqiao/kernel/facts/sequencer.ts'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { plant, plantingFile, units } from '../../tests/planting.ts'
import { openTestDatabase } from '../../tests/test-database.ts'
import { rebuildCell, unitCountProjection } from './index.ts'

// A database without a pump: here facts are folded when a test says so.
const database = await openTestDatabase(plant, plantingFile)
const app = openPool(database.app, 2, 'writers')
const jobs = openPool(database.job, 4, 'jobs')
const admin = new pg.Client({ connectionString: database.superuser })
await admin.connect()
const now = new Date('2026-03-02T09:00:00+08:00')
const projection = unitCountProjection(() => now)

afterAll(async () => {
  await Promise.all([app.end(), jobs.end(), admin.end()])
  await database.drop()
})

const all = Object.values(units)
const statuses = ['provisional', 'active', 'retained', null] as const
type Change = { unit: number; from: (typeof statuses)[number]; to: (typeof statuses)[number]; people: number }
type Count = { confirmed: number; provisional: number; ownConfirmed: number; ownProvisional: number }
/** Everything that was told so far. */
const history: Change[] = []

async function tell(changes: readonly Change[]): Promise<void> {
  history.push(...changes)
  const facts = changes.map(({ unit, ...change }) => ({
    cell: all[unit]?.cell ?? 0,
    name: 'membership.status_changed',
    body: { unit: all[unit]?.id, ...change },
  }))
  await inTransaction(app, undefined, (tx) => tellFacts(tx, facts, now))
}

async function fold(): Promise<void> {
  await numberAllFacts(jobs)
  const stop = (error: unknown) => {
    throw error
  }
  await foldAll(jobs, projection, () => undefined, stop)
}

/** Everything counted anew from what was told, up the tree by each union's parent. */
function recount(): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { unit, from, to, people } of history) {
    const own = all[unit]
    for (let at = own; at; at = all.find(({ id }) => id === at?.parentId)) {
      const count = counts.get(at.id) ?? { confirmed: 0, provisional: 0, ownConfirmed: 0, ownProvisional: 0 }
      for (const [status, by] of [[from, -people] as const, [to, people] as const]) {
        if (status === 'provisional') {
          count.provisional += by
          if (at === own) count.ownProvisional += by
        } else if (status !== null) {
          count.confirmed += by
          if (at === own) count.ownConfirmed += by
        }
      }
      counts.set(at.id, count)
    }
  }
  return counts
}

async function kept(): Promise<Map<string, Count>> {
  const { rows } = await admin.query(
    `select unit_id as id, confirmed, provisional, own_confirmed as "ownConfirmed", own_provisional as "ownProvisional" from insight.unit_count`,
  )
  return new Map(rows.map(({ id, ...count }) => [id, count]))
}
const sorted = (counts: Map<string, Count>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

const someChange = fc.record({
  unit: fc.integer({ min: 0, max: all.length - 1 }),
  from: fc.constantFrom(...statuses),
  to: fc.constantFrom(...statuses),
  people: fc.integer({ min: 1, max: 9 }),
})

test('folded counts equal a recount, whatever happened where, in which transactions, and however often it was folded between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ changes: fc.array(someChange, { minLength: 1, maxLength: 6 }), folds: fc.boolean() }), {
        maxLength: 6,
      }),
      async (steps) => {
        for (const { changes, folds } of steps) {
          await tell(changes)
          if (folds) await fold()
        }
        await fold()

        expect(sorted(await kept())).toEqual(sorted(recount()))
      },
    ),
    { numRuns: 25 },
  )
})

test('cells that are folded at the same time by several processes lose no change of a union above both', async () => {
  const changes = Array.from(
    { length: 120 },
    (_, index): Change => ({
      unit: index % all.length,
      from: null,
      to: index % 3 === 0 ? 'active' : 'provisional',
      people: 1,
    }),
  )
  await Promise.all(changes.map((change) => tell([change])))

  await Promise.all([fold(), fold(), fold()])
  await fold()

  expect(sorted(await kept())).toEqual(sorted(recount()))
})

test('rebuilding a cell mends a count that is wrong, there and in every union above, and says which', async () => {
  await fold()
  const wrong = units.shop
  const chain = [units.shop, units.township, units.county, units.city, units.province, units.nation]
  await admin.query('update insight.unit_count set confirmed = confirmed + 7 where unit_id = any($1)', [
    chain.map(({ id }) => id),
  ])
  await admin.query('update insight.unit_count set own_confirmed = own_confirmed + 7 where unit_id = $1', [wrong.id])

  expect(await rebuildCell(jobs, wrong.cell, now)).toEqual([wrong.id])

  expect(sorted(await kept())).toEqual(sorted(recount()))
  expect(await rebuildCell(jobs, wrong.cell, now)).toEqual([])
})

test('a cell whose counts were lost is rebuilt from its first fact, while what happens meanwhile is counted once', async () => {
  await tell([{ unit: all.indexOf(units.farShop), from: null, to: 'active', people: 3 }])
  const chain = [units.farShop, units.farCounty, units.otherCity, units.otherProvince]
  await fold()
  const before = await kept()
  await admin.query('delete from insight.unit_count where cell_id = any($1)', [chain.map(({ cell }) => cell)])
  const { rows } = await admin.query(
    'update insight.unit_count set confirmed = confirmed - $2, provisional = provisional - $3 where unit_id = $1 returning unit_id',
    [units.nation.id, before.get(units.otherProvince.id)?.confirmed, before.get(units.otherProvince.id)?.provisional],
  )
  expect(rows).toHaveLength(1)
  await tell([{ unit: all.indexOf(units.farShop), from: 'active', to: 'provisional', people: 1 }])
  await numberAllFacts(jobs)

  await Promise.all(
    [...new Set(chain.map(({ cell }) => cell)), units.otherProvince.cell].map((cell) => rebuildCell(jobs, cell, now)),
  )
  await fold()

  expect(sorted(await kept())).toEqual(sorted(recount()))
})

test('a fact that names a union of another cell is a mistake and counts nowhere', async () => {
  await inTransaction(app, undefined, (tx) =>
    tellFacts(
      tx,
      [{ cell: 990_000, name: 'membership.status_changed', body: { unit: units.shop.id, from: null, to: 'active' } }],
      now,
    ),
  )
  await numberAllFacts(jobs)
  const mistakes: string[] = []

  await foldAll(
    jobs,
    projection,
    () => undefined,
    (error, cell) => mistakes.push(`${cell} ${error}`),
  )

  expect(mistakes).toEqual([
    expect.stringContaining('990000 Error: a fact of cell 990000 names a unit that is not in it'),
  ])
  expect(sorted(await kept())).toEqual(sorted(recount()))
})
