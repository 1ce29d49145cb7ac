import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { exportParts } from '../../apps/server/exports.ts'
import { confirmApplication } from '../../modules/membership/commands/confirm-application.ts'
import { saveRollView } from '../../modules/membership/commands/save-roll-view.ts'
import { inviteOfficer } from '../../modules/organization/commands/invite-officer.ts'
import { openHouse } from '../../tests/house.ts'
import { importsOf } from '../../tests/import-sheets.ts'
import { plantRow } from '../../tests/plant-row.ts'
import { startExportCommand } from '../exports/commands/start-export.ts'
import { inTransaction } from './tx.ts'

const house = await openHouse()
const { units } = house
const { connectionString } = house.services.pool.options
const applicant = await house.applies({ unit: units.shop })
const member = await house.applies({ unit: units.shop })
await house.does(await house.officer(units.shop), confirmApplication, {
  cell: units.shop.cell,
  matter: member.outcome.card?.matter?.id,
  decidedOn: '2026-03-02',
})

// What an officer leaves behind: an export, an invitation, a view of the roll, and a roster that knows one person anew and
// another one otherwise.
const clerk = await house.officer(units.shop)
const { dryRun, run } = importsOf(house)
const newcomer = house.stranger()
await house.does(clerk, startExportCommand(exportParts), {
  kind: 'membership.roll',
  filter: { unit: units.shop.id },
  format: 'csv',
})
await house.does(clerk, saveRollView, { name: '张姓', wish: { find: '张' }, columns: ['name'], opensFirst: false })
const invited = { unit: units.shop.id, role: 'statistician', title: '统计员', name: '王干部' }
await house.does(clerk, inviteOfficer, invited)
const roster = `姓名,证件号码,手机,民族,就业状况
${newcomer.name},${newcomer.identityNumber},${newcomer.phone},汉族,
张改名,${member.identityNumber},,,
`
await run(clerk, await dryRun(clerk, units.shop, roster))

/** Every table with a column that holds something of a person, as its comments say. */
const personal = (
  await house.rows(`
    select distinct n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid > 0
    where c.relkind in ('r', 'p') and d.description like '%@personal%' order by 1`)
).map((row) => String(row.name))

// What nothing above fills holds a made-up row: what is asked here is what its policy hides.
for (const table of personal) {
  const [filled] = await house.rows(`select from ${table} where cell_id = $1 limit 1`, [units.shop.cell])
  if (!filled) await plantRow(house, table, units.shop)
}

const open: pg.Client[] = []
async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ ...(connectionString !== undefined && { connectionString }) })
  await client.connect()
  open.push(client)
  return client
}
afterAll(() => Promise.all(open.map((client) => client.end())))

const count = async (client: pg.Client, table: string) => (await client.query(`select * from ${table}`)).rowCount ?? -1

/** What a connection sees in a scope, table by table. */
async function seenIn(client: pg.Client, scope: string): Promise<Record<string, number>> {
  await client.query(`begin; set local app.scope = '${scope}'`)
  const seen: Record<string, number> = {}
  for (const table of personal) seen[table] = await count(client, table)
  await client.query('commit')
  return seen
}
const nothing = Object.fromEntries(personal.map((table) => [table, 0]))
const scopeOf = (unit: { cell: number; path: string }) => `${unit.cell}|${unit.cell}|${unit.path}|${unit.path}~`

test('somebody and something of theirs stands in every table with personal data', async () => {
  const seen = await seenIn(await connect(), scopeOf(units.shop))

  expect(personal).toEqual(expect.arrayContaining(['people.person', 'membership.membership', 'kernel.matter']))
  expect(personal.filter((table) => seen[table] === 0)).toEqual([])
})

test('without a scope the request role sees no row and gets no error, on a fresh and on a used connection', async () => {
  const fresh = await connect()
  for (const table of personal) expect(await count(fresh, table)).toBe(0)

  const used = await connect()
  await seenIn(used, scopeOf(units.shop))
  for (const table of personal) expect(await count(used, table)).toBe(0)
  await used.query(`begin; set local app.scope = '${scopeOf(units.shop)}'`)
  await used.query('rollback')
  for (const table of personal) expect(await count(used, table)).toBe(0)
})

test('a connection that goes back to the pool after a transaction with a scope has none', async () => {
  const { pool } = house.services
  const client = await pool.connect()
  try {
    await client.query(`begin; set local app.scope = '${scopeOf(units.shop)}'`)
    expect((await client.query('select from people.person')).rowCount).toBeGreaterThan(0)
    await client.query('commit')
  } finally {
    client.release()
  }

  const counts = await Promise.all(Array.from({ length: 20 }, () => pool.query('select from people.person')))

  expect(counts.map(({ rowCount }) => rowCount)).toEqual(Array(20).fill(0))
})

test('each wrong scope shows nothing of a union: beside it, another cell, another province, the level above alone, none', async () => {
  const client = await connect()

  for (const unit of [
    units.siblingShop,
    units.siblingTownship,
    units.neighbourShop,
    units.farShop,
    units.neighbourCounty,
  ])
    expect(await seenIn(client, scopeOf(unit))).toEqual(nothing)
  for (const scope of ['', '|||', '440103', '440103|440103', '440103|440103||', '440104|440102||~'])
    expect([scope, await seenIn(client, scope)]).toEqual([scope, nothing])
})

test('the owner of the tables is bound as well: row-level security is forced on every table with personal data', async () => {
  const [row] = await house.rows(
    `select array_agg(c.oid::regclass::text order by 1) as open from pg_class c
     where c.oid = any($1::regclass[]) and not (c.relrowsecurity and c.relforcerowsecurity)`,
    [personal],
  )

  expect(row?.open).toBeNull()
})

test('no row is written, moved or read back outside the scope', async () => {
  const client = await connect()
  const move = `update membership.membership set path = $1 where person_id = $2`
  await client.query(`begin; set local app.scope = '${scopeOf(units.shop)}'`)
  await expect(client.query(move, [units.siblingShop.path, applicant.actor.person])).rejects.toThrow(
    'row-level security',
  )
  await client.query('rollback')

  await client.query(`begin; set local app.scope = '${scopeOf(units.siblingShop)}'`)
  expect((await client.query(move, [units.siblingShop.path, applicant.actor.person])).rowCount).toBe(0)
  await client.query('rollback')
})

test('nobody can widen a scope by a value: what is no cell and no path is refused before it is sent', async () => {
  const forged = [
    { cellLo: 440_103, cellHi: 440_103, pathLo: "' ; set app.scope = '0|999999||~", pathHi: '~' },
    { cellLo: Number.NaN, cellHi: 999_999, pathLo: '', pathHi: '~' },
    { cellLo: 0, cellHi: 1.5, pathLo: '', pathHi: '~' },
    { cellLo: 0, cellHi: 1, pathLo: '', pathHi: '0|' },
  ]

  for (const range of forged) {
    await expect(inTransaction(house.services.pool, range, (tx) => tx.many('select 1'))).rejects.toThrow(
      'a scope is two cell numbers and two paths',
    )
  }
})
