import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { matterParts } from '../../../apps/server/matter-parts.ts'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { verify } from '../../../kernel/verify/verify.ts'
import { openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { membershipReactions } from '../../membership/reactions.ts'
import { approveChange } from './commands/approve-change.ts'
import { proposeChange } from './commands/propose-change.ts'
import { lifeReactions } from './reactions.ts'

const house = await openHouse()
const { units } = house
const from = units.neighbourShop
const into = units.farShop
const people = 2_200

const held = async (unit: { id: string }) =>
  Number(
    (
      await house.rows(
        `select count(*)::int as n from membership.membership where unit_id = $1 and status <> 'ended'`,
        [unit.id],
      )
    )[0]?.['n'],
  )
async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 2))
}

async function startProcess(): Promise<ChildProcess> {
  const file = new URL('../../../tests/reaction-process.ts', import.meta.url)
  const { ownerUrl, appUrl, jobUrl, dataFolder } = house
  const child = fork(file, [ownerUrl, appUrl, jobUrl, dataFolder, house.now().toISOString()], { execArgv: [] })
  await once(child, 'message')
  return child
}

/** Ends whatever connection of the application is writing memberships at this moment, until one was met. */
async function cutOneConnection(goesOn: () => boolean): Promise<number> {
  const admin = new pg.Client({ connectionString: house.superuserUrl })
  await admin.connect()
  try {
    while (goesOn()) {
      const { rows } = await admin.query<{ cut: boolean }>(
        `select pg_terminate_backend(pid) as cut from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query like '%membership.%' limit 1`,
      )
      if (rows[0]?.cut) return 1
    }
    return 0
  } finally {
    await admin.end()
  }
}

test('a closing whose process is killed, and whose connection is cut after that, goes on in chunks: nobody is lost, nobody is doubled', async () => {
  const nation = await house.officer(units.nation)
  await listPeople(
    house.services,
    from,
    Array.from({ length: people }, () => house.stranger()),
  )
  await house.settled()
  const { matter } = await house.does(nation, proposeChange, {
    ...{ unit: from.id, kind: 'merge', into: into.id, reason: '两家企业已经合并', property: '并入接续的工会' },
    ...{ resolution: { on: '2026-02-20', by: '代表大会' }, intoResolution: '2026-02-21' },
    audit: { on: '2026-02-25', by: '经审办' },
  })
  await house.does(nation, approveChange, { cell: from.cell, matter, document: '工〔2026〕8号' })
  await house.settled()

  // kill -9 once the first five hundred are there.
  const child = await startProcess()
  await until(async () => (await held(into)) > 0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const halfway = [await held(from), await held(into)]
  expect(halfway[0]).toBeGreaterThan(0)
  expect(halfway.reduce((sum, n) => sum + n, 0)).toBe(people)

  // The next process loses its connection in the middle of a transaction.
  const reactions = [...membershipReactions(house.services), ...lifeReactions(house.services, matterParts)]
  const goOn = () => reactAll(house.jobPool, reactions, () => undefined)
  let going = true
  const [cut] = await Promise.all([
    cutOneConnection(() => going),
    goOn()
      .catch(() => undefined)
      .finally(() => {
        going = false
      }),
  ])
  expect(cut).toBe(1)
  expect((await held(from)) + (await held(into))).toBe(people)

  // Whoever comes then finishes it.
  await until(async () => {
    await goOn().catch(() => undefined)
    await house.settled()
    const [row] = await house.rows('select state from kernel.matter where cell_id = $1 and id = $2', [
      from.cell,
      matter,
    ])
    return row?.['state'] === 'done'
  })

  expect([await held(from), await held(into)]).toEqual([0, people])
  const [numbers] = await house.rows(
    `select count(distinct person_id)::int as people, (select on_roll from insight.unit_count where unit_id = $1) as counted
     from membership.membership where status <> 'ended' and unit_id = $1`,
    [into.id],
  )
  expect(numbers).toEqual({ people, counted: people })
  const broken: string[] = []
  await verify(
    house.services.pool,
    allInvariants,
    { onBreach: ({ name }, { row, words }) => broken.push(`${name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  expect(broken).toEqual([])
}, 180_000)
