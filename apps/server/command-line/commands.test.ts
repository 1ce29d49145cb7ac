import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@gongqiao/kernel/config.ts'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { runCommandLine } from './run.ts'

const house = await openHouse()
const folder = await mkdtemp(join(tmpdir(), 'gongqiao-commands-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const settings = {
  PORT: '0',
  GONGQIAO_DATA: folder,
  GONGQIAO_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_URL: house.ownerUrl,
  DATABASE_APP_URL: house.appUrl,
  DATABASE_JOB_URL: house.jobUrl,
}

/** Runs a command against the house's own database, as another process would. */
async function run(args: readonly string[], changed: { readonly [name: string]: string | undefined } = {}) {
  const [said, warned]: [string[], string[]] = [[], []]
  const code = await runCommandLine(args, {
    terminal: {
      say: (words) => void said.push(words),
      warn: (words) => void warned.push(words),
      progress: () => undefined,
    },
    config: () => readConfig({ ...settings, ...changed }, folder),
    stopped: new AbortController().signal,
  })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}
async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const shop = house.units.shop
await house.applies()
await house.settled()

test('migrate finds nothing to do on the newest form', async () => {
  expect(await run(['migrate'])).toMatchObject({ code: 0, warned: '' })
})

test('an installation that began before a deadline rule existed has it after the next start, and its edited rules stay', async () => {
  await house.rows(`delete from kernel.deadline_rule where id = 'MEM-NOTME'`)
  await house.rows(`update kernel.deadline_rule set length = 3, article = '本市规定' where id = 'MEM-PERSON'`)

  expect(await run(['migrate'])).toMatchObject({ code: 0, warned: '' })

  expect(
    await house.rows(`select id, length from kernel.deadline_rule where id in ('MEM-NOTME', 'MEM-PERSON') order by id`),
  ).toEqual([
    { id: 'MEM-NOTME', length: 5 },
    { id: 'MEM-PERSON', length: 3 },
  ])
})

test('verify ends with 0 where everything holds, and with 1 and the row where something does not', async () => {
  const well = await run(['verify'])
  expect(well).toMatchObject({ code: 0, warned: '' })
  expect(well.said).toContain(
    `✓ every union has one leading parent and no loop (${Object.keys(house.units).length} rows, 0 broken)`,
  )

  await house.rows('update insight.unit_count set own_provisional = 7 where unit_id = $1', [shop.id])
  const badly = await run(['verify'])

  expect(badly.code).toBe(1)
  expect(badly.said).toContain(
    `✗ the counts of a union equal the rows of the roll: insight.unit_count (${shop.cell}, ${shop.id})`,
  )
  expect(badly.said).toContain('✓ every open matter has an owner and a clock')
})

test('rebuild figures recounts from the first fact, the sums above included', async () => {
  await house.rows('update insight.unit_count set own_provisional = 7 where unit_id = $1', [shop.id])
  await house.rows('update insight.unit_count set on_roll = 5, claimed = 2 where unit_id = $1', [house.units.nation.id])

  expect(await run(['rebuild', 'figures'])).toMatchObject({ code: 0, warned: '' })

  expect(
    await house.rows(
      'select on_roll, claimed, provisional, own_provisional from insight.unit_count where unit_id = any($1) order by own_provisional',
      [[shop.id, house.units.nation.id]],
    ),
  ).toEqual([
    { on_roll: 0, claimed: 0, provisional: 1, own_provisional: 0 },
    { on_roll: 0, claimed: 0, provisional: 1, own_provisional: 1 },
  ])
  expect((await run(['verify'])).code).toBe(0)
})

test('calendar load takes JSON, and says how many due days moved', async () => {
  const calendar = {
    year: 2027,
    source: '国务院办公厅通知',
    days: [{ day: '2027-01-01', kind: 'statutory', name: '元旦' }],
  }

  const loaded = await run(['calendar', 'load', await file('2027.json', JSON.stringify(calendar))])

  expect(loaded).toEqual({
    code: 0,
    said: expect.stringMatching(/^2027 is loaded with 1 days; 0 due days moved/),
    warned: '',
  })
  expect(await house.rows('select official, source from kernel.calendar_year where year = 2027')).toEqual([
    { official: true, source: '国务院办公厅通知' },
  ])
})

test('calendar load takes CSV with its notice', async () => {
  const text = '\uFEFFday,kind,name\r\n2028-01-01,statutory,元旦\r\n2028-01-08,makeup_workday,\r\n'

  expect(await run(['calendar', 'load', await file('2028.csv', text), '--source', '国务院办公厅通知'])).toMatchObject({
    code: 0,
  })

  expect(
    await house.rows(`select day::text, kind, name from kernel.calendar_day where day >= '2028-01-01' order by day`),
  ).toEqual([
    { day: '2028-01-01', kind: 'statutory', name: '元旦' },
    { day: '2028-01-08', kind: 'makeup_workday', name: null },
  ])
})

test('a calendar with wrong days is refused with each of them, one without a notice too', async () => {
  const wrong = await file(
    'wrong.csv',
    'day,kind,name\n2029-01-01,workday,\n2029-01-06,workday,\n2030-01-01,holiday,\n',
  )

  const refused = await run(['calendar', 'load', wrong])

  expect(refused.code).toBe(2)
  expect(refused.warned).toContain('/days/1/kind The day of the week does not allow this kind')
  expect(refused.warned).toContain('/days/2/kind')
  expect(refused.warned).toContain('/source')
  expect(await run(['calendar', 'load', await file('none.txt', 'hello')])).toMatchObject({ code: 2 })
  expect(await run(['calendar', 'load', join(folder, 'absent.json')])).toMatchObject({
    code: 2,
    warned: expect.stringContaining('cannot be read'),
  })
})

test('where the role may not make roles, the script to run is printed, without a stack', async () => {
  const { code, said, warned } = await run(['migrate'], {
    DATABASE_URL: house.appUrl,
    DATABASE_APP_URL: undefined,
    DATABASE_JOB_URL: undefined,
  })

  expect(code).toBe(1)
  expect(said).toContain('create role gongqiao_job')
  expect(warned).toContain('run the script below as an administrator')
  expect(warned).not.toMatch(/\n +at /)
})

test('another master key than the one the data was sealed with is told in words', async () => {
  const { code, warned } = await run(['migrate'], { GONGQIAO_MASTER_KEY: Buffer.alloc(32, 8).toString('base64') })

  expect(code).toBe(1)
  expect(warned).toBe('this data was sealed with another master key; give that one in GONGQIAO_MASTER_KEY')
})

test('villages adds the unions of several divisions once, and says how many', async () => {
  const count = `select count(*)::int as villages from organization.unit where level = 'village'`

  const added = await run(['villages', '440103', '330825', '440103'])
  const [first] = await house.rows(count)
  const again = await run(['villages', '440103'])

  expect(added).toMatchObject({ code: 0, warned: '' })
  expect(added.said).toMatch(/^440103 荔湾区: \d+ unions added\n330825 龙游县: nothing to add$/)
  expect(first).toEqual({ villages: Number(/: (\d+)/.exec(added.said)?.[1]) })
  expect(again).toEqual({ code: 0, said: '440103 荔湾区: nothing to add', warned: '' })
  expect(await house.rows(count)).toEqual([first])
  expect((await run(['verify'])).code).toBe(0)
})

test('villages of a code that is no division are refused with each such code, and nothing is added', async () => {
  const count = `select count(*)::int as units from organization.unit`
  const before = await house.rows(count)

  const refused = await run(['villages', '440104', '999999', 'guangzhou', '440103001'])

  expect(refused.code).toBe(2)
  expect(refused.warned.split('\n')).toEqual([
    '999999 is no county, prefecture or province of 2023',
    'guangzhou is no division code: a county, prefecture or province has six digits, such as 330825',
    '440103001 is no division code: a county, prefecture or province has six digits, such as 330825',
    '',
    'gongqiao villages CODE…',
  ])
  expect((await run(['villages'])).warned).toContain('CODE… is missing')
  expect(await house.rows(count)).toEqual(before)
})
