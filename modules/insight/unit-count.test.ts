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
import { type Counts, nobody } from './counts.ts'
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
const statuses = ['provisional', 'listed', 'active', 'retained', null] as const
type Moved = { unit: number; from: (typeof statuses)[number]; to: (typeof statuses)[number]; people: number }
type Stood = { unit: number; claimed?: number; affirmed?: number }
type Change = Moved | Stood
type Count = Counts
/** Everything that was told so far. */
const history: Change[] = []

async function tell(changes: readonly Change[]): Promise<void> {
  history.push(...changes)
  const facts = changes.map(({ unit, ...change }) => ({
    cell: all[unit]?.cell ?? 0,
    name: 'from' in change ? 'membership.status_changed' : 'membership.stood_changed',
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
  for (const change of history) {
    const by = (status: Moved['from']) =>
      !('from' in change) ? 0 : change.people * (Number(change.to === status) - Number(change.from === status))
    const stood: Omit<Stood, 'unit'> = 'from' in change ? {} : change
    const changed = {
      onRoll: by('listed') + by('active') + by('retained'),
      provisional: by('provisional'),
      claimed: stood.claimed ?? 0,
      affirmed: stood.affirmed ?? 0,
    }
    const own = all[change.unit]
    for (let at = own; at; at = all.find(({ id }) => id === at?.parentId)) {
      const held = counts.get(at.id) ?? nobody
      const self = at === own ? 1 : 0
      counts.set(at.id, {
        onRoll: held.onRoll + changed.onRoll,
        provisional: held.provisional + changed.provisional,
        claimed: held.claimed + changed.claimed,
        affirmed: held.affirmed + changed.affirmed,
        ownOnRoll: held.ownOnRoll + self * changed.onRoll,
        ownProvisional: held.ownProvisional + self * changed.provisional,
        ownClaimed: held.ownClaimed + self * changed.claimed,
        ownAffirmed: held.ownAffirmed + self * changed.affirmed,
      })
    }
  }
  return counts
}

async function kept(): Promise<Map<string, Count>> {
  const { rows } = await admin.query(
    `select unit_id as id, on_roll as "onRoll", provisional, claimed, affirmed, own_on_roll as "ownOnRoll",
       own_provisional as "ownProvisional", own_claimed as "ownClaimed", own_affirmed as "ownAffirmed" from insight.unit_count`,
  )
  return new Map(rows.map(({ id, ...count }) => [id, count]))
}
const sorted = (counts: Map<string, Count>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

const someUnit = fc.integer({ min: 0, max: all.length - 1 })
const someStood: fc.Arbitrary<Stood> = fc.record(
  { unit: someUnit, claimed: fc.integer({ min: -3, max: 9 }), affirmed: fc.integer({ min: -3, max: 9 }) },
  { requiredKeys: ['unit'] },
)
const someMoved: fc.Arbitrary<Moved> = fc.record({
  unit: someUnit,
  from: fc.constantFrom(...statuses),
  to: fc.constantFrom(...statuses),
  people: fc.integer({ min: 1, max: 9 }),
})

const someChange: fc.Arbitrary<Change> = fc.oneof(someMoved, someStood)

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
  await admin.query(
    'update insight.unit_count set on_roll = on_roll + 7, claimed = claimed + 2 where unit_id = any($1)',
    [chain.map(({ id }) => id)],
  )
  await admin.query(
    'update insight.unit_count set own_on_roll = own_on_roll + 7, own_claimed = own_claimed + 2 where unit_id = $1',
    [wrong.id],
  )

  expect(await rebuildCell(jobs, wrong.cell, now)).toEqual([wrong.id])

  expect(sorted(await kept())).toEqual(sorted(recount()))
  expect(await rebuildCell(jobs, wrong.cell, now)).toEqual([])
})

test('a cell whose counts were lost is rebuilt from its first fact, while what happens meanwhile is counted once', async () => {
  await tell([{ unit: all.indexOf(units.farShop), from: null, to: 'active', people: 3 }])
  const chain = [units.farShop, units.farCounty, units.otherCity, units.otherProvince]
  await fold()
  const lost = (await kept()).get(units.otherProvince.id)
  await admin.query('delete from insight.unit_count where cell_id = any($1)', [chain.map(({ cell }) => cell)])
  const { rows } = await admin.query(
    `update insight.unit_count set on_roll = on_roll - $2, provisional = provisional - $3, claimed = claimed - $4,
       affirmed = affirmed - $5 where unit_id = $1 returning unit_id`,
    [units.nation.id, lost?.onRoll, lost?.provisional, lost?.claimed, lost?.affirmed],
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
