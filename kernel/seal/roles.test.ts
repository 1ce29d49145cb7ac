import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { type SealedLog, sealedColumns } from './rows.ts'
import { writeRows } from './rows-for-tests.ts'
import { sealNew } from './seal-new.ts'

const house = await openHouse()
const roles = { app: new pg.Client(house.appUrl), job: new pg.Client(house.jobUrl) }
await Promise.all([roles.app.connect(), roles.job.connect()])
afterAll(() => Promise.all([roles.app.end(), roles.job.end()]))

await writeRows(house.services, 700_001, { audit: 20, access: 4 })
await sealNew(house.jobPool, house.services)

const denied = /permission denied/
const sealed = ['kernel.seal_leaf', 'kernel.seal_node', 'kernel.seal_root', 'kernel.seal_root_node', 'kernel.seal']
const states = ['kernel.seal_cell', 'kernel.seal_network']

test.each([...sealed, ...states, 'kernel.audit', 'kernel.access'])(
  'neither role changes, removes or empties what stands in %s, but for where the job role goes on',
  async (table) => {
    const [column] = await house.rows(`select attname from pg_attribute where attrelid = $1::regclass and attnum = 1`, [
      table,
    ])
    const name = column?.['attname']
    for (const [role, client] of Object.entries(roles)) {
      await expect(client.query(`delete from ${table}`)).rejects.toThrow(denied)
      await expect(client.query(`truncate ${table}`)).rejects.toThrow(denied)
      if (role === 'job' && states.includes(table)) continue
      await expect(client.query(`update ${table} set ${name} = ${name}`)).rejects.toThrow(denied)
    }
  },
)

test('the request role, which writes the logs, seals nothing; the job role, which seals, writes no log', async () => {
  for (const table of [...sealed, ...states]) {
    await expect(roles.app.query(`insert into ${table} select * from ${table}`)).rejects.toThrow(denied)
  }
  for (const table of ['kernel.audit', 'kernel.access']) {
    await expect(roles.job.query(`insert into ${table} select * from ${table}`)).rejects.toThrow(denied)
    expect((await roles.job.query(`select from ${table}`)).rowCount).toBeGreaterThan(0)
  }
})

test.each(['audit', 'access'] as SealedLog[])(
  'every column of the %s log is sealed that says something',
  async (log) => {
    const columns = await house.rows(
      'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
      [`kernel.${log}`],
    )

    expect(columns.map(({ name }) => name).sort()).toEqual([...sealedColumns[log], 'written_in'].sort())
  },
)
