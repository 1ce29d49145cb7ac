import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@gongqiao/kernel/config.ts'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { runCommandLine } from './run.ts'

const house = await openHouse()
const folder = await mkdtemp(join(tmpdir(), 'gongqiao-import-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const settings = {
  PORT: '0',
  GONGQIAO_DATA: folder,
  GONGQIAO_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_URL: house.ownerUrl,
  DATABASE_APP_URL: house.appUrl,
  DATABASE_JOB_URL: house.jobUrl,
}

async function run(...args: string[]) {
  const [said, warned]: [string[], string[]] = [[], []]
  const code = await runCommandLine(args, {
    terminal: {
      say: (words) => void said.push(words),
      warn: (words) => void warned.push(words),
      progress: () => undefined,
    },
    config: () => readConfig(settings, folder),
    stopped: new AbortController().signal,
  })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}

test('a script brings a roster in as whoever answers for the union; what is faulty lands in a file', async () => {
  const officer = await house.officer(house.units.county)
  const [good, bad] = [house.stranger(), house.stranger()]
  const file = join(folder, 'roster.csv')
  const errors = join(folder, 'errors.xlsx')
  await writeFile(
    file,
    `姓名,身份证号,所在工会\n${good.name},${good.identityNumber},沙面制衣厂\n${bad.name},1,沙面制衣厂\n`,
  )
  const call = ['import', file, '--unit', '440103', '--kind', 'people', '--post', officer.post.id]

  const looked = await run(...call, '--dry-run')
  expect(looked).toMatchObject({ code: 0, warned: '' })
  expect(looked.said).toContain('2 rows: 1 new, 0 changed, 0 as they are')
  expect(await house.rows('select from people.person')).toEqual([])

  const done = await run(...call, '--errors', errors)
  expect(done).toMatchObject({ code: 0, warned: '' })
  expect(done.said).toContain('1 done, 0 asked')
  expect((await readFile(errors)).subarray(0, 2).toString()).toBe('PK')
  expect(await house.rows('select unit_id, status from membership.membership')).toEqual([
    { unit_id: house.units.shop.id, status: 'listed' },
  ])
})

test.each([
  [['import', 'none.csv'], '--unit and --kind are needed', 2],
  [['import', 'none.csv', '--unit', '440103', '--kind', 'shoes'], 'people, units, officers', 2],
  [['import', '/none.csv', '--unit', '440103', '--kind', 'people'], 'cannot be read', 1],
])('%j says what is wrong', async (args, words, code) => {
  const said = await run(...args)
  expect(said.code).toBe(code)
  expect(said.warned).toContain(words)
})
