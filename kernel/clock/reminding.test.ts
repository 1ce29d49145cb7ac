import { beforeEach, expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { openHouse } from '../../tests/house.ts'
import { systemActor } from '../command/actor.ts'
import { remindMattersCommand } from './commands/remind-matters.ts'
import { remindJob } from './remind-job.ts'

const house = await openHouse()
const { units } = house
const { cell } = units.shop
const remindMatters = remindMattersCommand(matterParts)
const clerk = await house.officer(units.shop, 'grassroots_officer')
const township = await house.officer(units.township)
await house.officer(units.county)
const system = systemActor('test')

beforeEach(async () => {
  await house.rows(
    'update kernel.matter set ended_at = now(), waits = false, referral_due = null where ended_at is null',
  )
  await house.rows(`delete from kernel.message where kind like 'clock.%'`)
  house.moveTo('2026-03-02T09:00:00+08:00')
})

const applied = async () => {
  const { outcome, actor } = await house.applies()
  return { id: String(outcome.card?.matter?.id), account: actor.account }
}
const reminds = async (day: string) => {
  house.moveTo(`${day}T08:20:00+08:00`)
  return (await house.does(system, remindMatters, { cell })).reminded
}
const historyOf = (matter: string) =>
  house.rows(
    `select at::date::text as day, step, reason, actor_kind from kernel.matter_event where matter_id = $1 and step in ('reminded', 'escalate') order by number`,
    [matter],
  )
const inboxOf = (account: string) =>
  house.rows(
    `select kind, variables, at::date::text as day from kernel.message where account_id = $1 and kind like 'clock.%' order by id`,
    [account],
  )

test('T-15: the owner is reminded at half, four fifths, three and one working days before and on the day; each once', async () => {
  const { id } = await applied()
  const reminded: string[] = []
  for (let day = Date.parse('2026-03-03'); day <= Date.parse('2026-03-25'); day += 86_400_000) {
    const on = new Date(day).toISOString().slice(0, 10)
    if ((await reminds(on)) > 0) reminded.push(on)
    expect(await reminds(on)).toBe(0)
  }

  expect(reminded).toEqual(['2026-03-13', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23'])
  expect((await historyOf(id)).map(({ step, reason }) => `${step} ${reason}`)).toEqual([
    'reminded half',
    'reminded three_workdays_before',
    'reminded four_fifths',
    'reminded one_workday_before',
    'reminded due_day',
  ])
})

test('the owner gets one message for all that comes nearer, the union above one for what is due tomorrow', async () => {
  await applied()
  await applied()

  await reminds('2026-03-20')

  const told = await inboxOf(clerk.account)
  expect(told.map(({ kind, variables }) => ({ kind, variables }))).toEqual([
    {
      kind: 'clock.message.reminded',
      variables: { half: 0, four_fifths: 0, three_workdays_before: 0, one_workday_before: 2, due_day: 0, matters: 2 },
    },
  ])
  expect((await inboxOf(township.account)).map(({ kind, variables }) => ({ kind, variables }))).toEqual([
    { kind: 'clock.message.supervised', variables: { unit: units.shop.name, matters: 2 } },
  ])
})

test('T-12: a right is reminded of by its safe day, to the person, and to no officer', async () => {
  const { id, account } = await applied()
  await house.rows(`update kernel.matter set clock_rule = 'MEM-MEND', due_on = '2026-04-01' where id = $1`, [id])

  expect(await reminds('2026-03-17')).toBe(1)

  expect(await inboxOf(clerk.account)).toEqual([])
  const [message] = await inboxOf(account)
  expect(message).toMatchObject({ kind: 'clock.message.your_time', variables: { on: '2026-04-01', due: '2026-04-01' } })
})

test('T-11: a clock that stands still reminds nobody; one that was moved reminds of its new day', async () => {
  const { id } = await applied()
  await reminds('2026-03-20')
  await house.rows(`update kernel.matter set paused_from = '2026-03-20', paused_for = '补正' where id = $1`, [id])
  expect(await reminds('2026-03-23')).toBe(0)

  const pauses = [{ from: '2026-03-20', to: '2026-03-25', reason: '补正' }]
  await house.rows(
    `update kernel.matter set paused_from = null, paused_for = null, due_on = '2026-03-27', pauses = $2 where id = $1`,
    [id, JSON.stringify(pauses)],
  )
  expect(await reminds('2026-03-26')).toBe(1)

  expect((await historyOf(id)).map(({ reason }) => reason)).toEqual(['one_workday_before', 'one_workday_before'])
})

test('a run that was missed is made good once, by the most urgent mark', async () => {
  const { id } = await applied()

  expect(await reminds('2026-03-21')).toBe(1)

  expect((await historyOf(id)).map(({ reason }) => reason)).toEqual(['one_workday_before'])
})

test('8.2: nothing is reminded of in the quiet hours', async () => {
  await applied()
  const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
  house.moveTo('2026-03-19T22:00:00+08:00')
  expect(await remindJob(matterParts).run(parts)).toEqual({ cells: 0, reminded: 0 })

  house.moveTo('2026-03-20T08:20:00+08:00')
  expect(await remindJob(matterParts).run(parts)).toMatchObject({ reminded: 1 })
  expect(await remindJob(matterParts).run(parts)).toMatchObject({ reminded: 0 })
})
