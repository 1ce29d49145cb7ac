import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { messyRoster } from '../../apps/server/bench/messy-roster.ts'
import { importParts } from '../../apps/server/import-parts.ts'
import { allInvariants } from '../../apps/server/invariants.ts'
import { openHouse } from '../../tests/house.ts'
import { importsOf } from '../../tests/import-sheets.ts'
import { mapImport } from './commands/map-import.ts'
import { runImport } from './commands/steps.ts'

const house = await openHouse()
const { units } = house
const { upload, view, work } = importsOf(house)
const people = 5_000
/** A process is taken for dead when it has said nothing for so long. */
const pastTheLease = () => house.moveTo(new Date(house.now().getTime() + 60_000).toISOString())

async function startProcess(): Promise<ChildProcess> {
  const file = new URL('../../tests/import-process.ts', import.meta.url)
  const { ownerUrl, appUrl, jobUrl, dataFolder } = house
  const child = fork(file, [ownerUrl, appUrl, jobUrl, dataFolder, house.now().toISOString()], { execArgv: [] })
  await once(child, 'message')
  return child
}

/** Kills a process in the middle of an import, once it has come so far. */
async function killWhen(child: ChildProcess, condition: string): Promise<void> {
  while ((await house.rows(`select from kernel.import where ${condition}`)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 2))
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Works until the import is at rest: the database may take a moment to notice that whoever held it is gone. */
async function goOn(look: () => Promise<{ state: string }>): Promise<void> {
  pastTheLease()
  do await work()
  while (['checking', 'running'].includes((await look()).state))
}

test('a process killed in the dry run and another killed in the run leave nothing half: whoever goes on comes to exactly once', async () => {
  const officer = await house.officer(units.county)
  const roster = messyRoster(people, 0, [units.shop.name, units.cousinShop.name])
  const uploaded = await upload(officer, units.county, roster.csv)
  const key = { cell: uploaded.cell, import: uploaded.import }
  const columns = uploaded.sheetColumns.map(({ index, key: as }) => ({ index, key: as }))
  await house.does(officer, mapImport(importParts), { ...key, mapping: { headerRows: uploaded.headerRows, columns } })

  await killWhen(await startProcess(), `state = 'checking' and done > 200`)
  expect(await view(officer, uploaded)).toMatchObject({ state: 'checking' })
  await goOn(() => view(officer, uploaded))
  expect(await view(officer, uploaded)).toMatchObject({ state: 'checked', total: people, counts: { new: people } })

  await house.does(officer, runImport(importParts), key)
  await killWhen(await startProcess(), `state = 'running' and applied_rows > 0`)
  const { outcomes } = await view(officer, uploaded)
  const [halfway] = await house.rows('select count(*)::int as people from people.person')
  expect(halfway).toEqual({ people: outcomes.applied })
  expect(outcomes.applied).toBeLessThan(people)
  await goOn(() => view(officer, uploaded))

  expect(await view(officer, uploaded)).toMatchObject({ state: 'done', outcomes: { applied: people, stale: 0 } })
  expect(
    await house.rows(
      `select count(*)::int as people, count(distinct identity_digest)::int as numbers,
         (select count(*)::int from membership.membership where status = 'listed') as listed from people.person`,
    ),
  ).toEqual([{ people, numbers: people, listed: people }])
  await house.settled()
  const broken: string[] = []
  await verify(
    house.services.pool,
    allInvariants,
    { onBreach: ({ name }, { row, words }) => broken.push(`${name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  expect(broken).toEqual([])
}, 120_000)
